package cloud.finfusion.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import cloud.finfusion.FinFusion;
import cloud.finfusion.api.PaymentsApi;
import cloud.finfusion.call.CallOptions;
import cloud.finfusion.model.Payment;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.TestClients;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import retrofit2.Call;
import retrofit2.Response;

/** What a program may print of a call, its request and its end shows neither key nor card. */
class MessagesTest {
  @AutoClose private final FakeServer server = new FakeServer();
  @AutoClose private final FinFusion client = TestClients.of(server).retries(1).build();

  @ParameterizedTest
  @EnumSource
  @DisplayName("C142 client, call, request and response hide the key and the card")
  void ofACallThatSucceeds(BlockingOrAsync mode) {
    server.responds(FakeServer.json(Samples.PAYMENT));
    Call<Payment> call = client.api(PaymentsApi.class).createPayment(Samples.payment(), "order-17");

    Response<Payment> response = new Calls(client, mode).raw(call);

    assertThat(server.headers("Authorization")).containsExactly("Bearer " + Samples.KEY);
    List.of(client, call, call.request(), response, response.raw(), response.raw().request())
        .forEach(each -> hides(each.toString()));
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C142 an error hides them, with all its causes")
  void ofACallThatFails(BlockingOrAsync mode) {
    for (var response : List.of(FakeServer.status(500), FakeServer.dropped())) {
      server.responds(response);
      StringWriter trace = new StringWriter();

      Throwable error = catchThrowable(() -> new Calls(client, mode).pay());
      Objects.requireNonNull(error).printStackTrace(new PrintWriter(trace, true));

      hides(trace.toString());
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C159 a line break in metadata stays inside the JSON")
  void aLineBreakInMetadata(BlockingOrAsync mode) {
    server.responds(FakeServer.json(Samples.PAYMENT));
    Map<String, String> evil = Map.of("a\r\nX-Evil: 1", "b\r\nX-Evil: 2");

    new Calls(client, mode)
        .pay(Samples.payment().toBuilder().metadata(evil).build(), CallOptions.none());

    assertThat(server.headers("X-Evil")).containsOnlyNulls();
    assertThat(Objects.requireNonNull(server.requests().get(0).getBody()).utf8())
        .contains("a\\r\\nX-Evil: 1", "b\\r\\nX-Evil: 2");
  }

  private static void hides(String text) {
    assertThat(text).doesNotContain(Samples.KEY, Samples.CARD, "CANARY");
  }
}
