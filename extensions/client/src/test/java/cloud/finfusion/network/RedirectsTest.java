package cloud.finfusion.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cloud.finfusion.FinFusion;
import cloud.finfusion.error.ApiException;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.TestClients;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedirectsTest {
  @AutoClose private final FakeServer elsewhere = new FakeServer();
  @AutoClose private final FakeServer server = new FakeServer();
  @AutoClose private final FinFusion client = TestClients.of(server).build();

  @ParameterizedTest
  @CsvSource({
    "BLOCKING, 301", "BLOCKING, 302", "BLOCKING, 303", "BLOCKING, 307", "BLOCKING, 308",
    "ASYNC, 301", "ASYNC, 302", "ASYNC, 303", "ASYNC, 307", "ASYNC, 308",
  })
  @DisplayName(
      "C039 C040 C041 a redirect is not followed: no request at the other host, a typed error")
  void aRedirectIsNotFollowed(BlockingOrAsync mode, int status) {
    elsewhere.responds(FakeServer.json(Samples.PAYMENT));
    server.responds(FakeServer.status(status, "Location", elsewhere.uri() + "v2/payments"));
    Calls calls = new Calls(client, mode);

    ApiException write = catchThrowableOfType(ApiException.class, calls::pay);
    ApiException read = catchThrowableOfType(ApiException.class, () -> calls.payment("pay_1"));

    assertThat(elsewhere.requests()).isEmpty();
    assertThat(server.requests()).hasSize(2);
    assertThat(write)
        .hasMessage(
            "payments.create: the server responded with %s; redirects are not followed, they could "
                + "carry the key elsewhere. Check the base URL.",
            status);
    assertThat(read.status()).isEqualTo(status);
  }
}
