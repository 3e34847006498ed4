package cloud.finfusion.error;

import static cloud.finfusion.testing.FakeServer.dropped;
import static cloud.finfusion.testing.FakeServer.response;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cloud.finfusion.FinFusion;
import cloud.finfusion.call.CallOptions;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.TestClients;
import java.util.List;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** After an attempt that may have been done, only the API's own word says that it was not. */
class ForeignRefusalsTest {
  private static final CallOptions KEYED = CallOptions.builder().idempotencyKey("order-17").build();
  private static final String OF_API = "{\"error\":{\"code\":\"VAL002\",\"message\":\"m\"}}";

  @AutoClose private final FakeServer server = new FakeServer();
  @AutoClose private final FinFusion client = TestClients.of(server).build();

  private static MockResponse page(int status, String type, String body) {
    return response(status, body).addHeader("Content-Type", type).build();
  }

  static Stream<Arguments> pages() {
    return Stream.of(BlockingOrAsync.values())
        .flatMap(mode -> Stream.of(400, 402, 404, 410, 422).flatMap(each -> pages(mode, each)));
  }

  private static Stream<Arguments> pages(BlockingOrAsync mode, int status) {
    String html = "<html><h1>default backend - 404</h1></html>";
    return Stream.of(
        Arguments.of(mode, "text", page(status, "text/plain", "default backend")),
        Arguments.of(mode, "HTML", page(status, "text/html", html)),
        Arguments.of(mode, "nothing", page(status, "application/json", "")),
        Arguments.of(mode, "a message", page(status, "application/json", "{\"message\":\"no\"}")),
        Arguments.of(mode, "no envelope", page(status, "application/json", "{\"code\":\"X1\"}")),
        Arguments.of(
            mode, "a number", page(status, "application/json", "{\"error\":{\"code\":404}}")),
        Arguments.of(mode, "JSON as HTML", page(status, "text/html", OF_API)));
  }

  @ParameterizedTest(name = "B1 {0} {1} {2}")
  @MethodSource("pages")
  void aPageOfAProxyProvesNothing(BlockingOrAsync mode, String name, MockResponse page) {
    for (boolean create : List.of(true, false)) {
      server.responds(dropped(), page);
      Calls calls = new Calls(client, mode);
      OutcomeUnknownException error =
          catchThrowableOfType(
              OutcomeUnknownException.class,
              () -> {
                if (create) {
                  calls.pay(Samples.payment(), KEYED);
                } else {
                  calls.capture("pay_1", KEYED);
                }
              });

      assertThat(error.idempotencyKey()).isEqualTo("order-17");
      assertThat(error).hasCauseInstanceOf(ApiException.class);
    }
  }

  @ParameterizedTest(name = "B1 the API''s own {1} after a lost response: of a create {2}, {0}")
  @CsvSource({
    "BLOCKING, 400, REFUSED",
    "BLOCKING, 402, REFUSED",
    "BLOCKING, 422, REFUSED",
    "BLOCKING, 404, UNKNOWN",
    "BLOCKING, 410, UNKNOWN",
    "ASYNC, 400, REFUSED",
    "ASYNC, 402, REFUSED",
    "ASYNC, 422, REFUSED",
    "ASYNC, 404, UNKNOWN",
    "ASYNC, 410, UNKNOWN"
  })
  void theApisOwnWord(BlockingOrAsync mode, int status, Outcome ofCreate) {
    Calls calls = new Calls(client, mode);
    MockResponse refusal = page(status, "application/json; charset=utf-8", OF_API);
    server.responds(dropped(), refusal);
    FinFusionException create =
        catchThrowableOfType(FinFusionException.class, () -> calls.pay(Samples.payment(), KEYED));
    server.responds(dropped(), refusal);
    FinFusionException capture =
        catchThrowableOfType(FinFusionException.class, () -> calls.capture("pay_1", KEYED));

    assertThat(create.outcome()).isEqualTo(ofCreate);
    assertThat(capture.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(capture).isInstanceOf(ApiException.class);
  }
}
