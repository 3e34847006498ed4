package cloud.finfusion.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cloud.finfusion.FinFusion;
import cloud.finfusion.api.PaymentsApi;
import cloud.finfusion.call.CallOptions;
import cloud.finfusion.model.CaptureMethod;
import cloud.finfusion.model.Customer;
import cloud.finfusion.model.CustomerCreateParams;
import cloud.finfusion.model.PaymentCreateParams;
import cloud.finfusion.network.NetworkOptions;
import cloud.finfusion.runtime.InvalidArgumentException;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.TestClients;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Half of a character is not sent as a question mark, and no invisible one stands in a text. */
class WholeCharactersTest {
  private static final List<String> BROKEN =
      List.of("\ud800", "a\udc00", "\udc00\ud800", "\ud83d\ude00\ud83d", "\ud83dx");

  @AutoClose private final FakeServer server = new FakeServer();
  @AutoClose private final FinFusion client = TestClients.of(server).retries(0).build();

  @ParameterizedTest
  @EnumSource
  @DisplayName("E6 half of a character in a body is refused by its field, before it is sent")
  void inABody(BlockingOrAsync mode) {
    for (String each : BROKEN) {
      refused(mode, "capture_method", capture(CaptureMethod.of(each)));
      refused(mode, "metadata.note", Samples.payment().toBuilder().metadata(Map.of("note", each)));
      refused(mode, "metadata.", Samples.payment().toBuilder().metadata(Map.of(each, "x")));
      refused(mode, "new_one", Samples.payment().toBuilder().unknownField("new_one", json(each)));
    }
    assertThat(server.requests()).isEmpty();
  }

  private static PaymentCreateParams.Builder capture(CaptureMethod method) {
    return Samples.payment().toBuilder().captureMethod(method);
  }

  private static JsonPrimitive json(String text) {
    return new JsonPrimitive(text);
  }

  private void refused(BlockingOrAsync mode, String field, PaymentCreateParams.Builder params) {
    assertThatThrownBy(() -> new Calls(client, mode).pay(params.build(), CallOptions.none()))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining(field)
        .hasMessageContaining("half of a character");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("E6 half of a character in a path, a query or a header is refused")
  void elsewhere(BlockingOrAsync mode) {
    Calls calls = new Calls(client, mode);
    for (String each : BROKEN) {
      assertThatThrownBy(() -> calls.customer("cust_" + each))
          .isInstanceOf(InvalidArgumentException.class)
          .hasMessageContaining("customer_id");
      assertThatThrownBy(() -> calls.firstPage(each))
          .isInstanceOf(InvalidArgumentException.class)
          .hasMessageContaining("cursor");
      assertThatThrownBy(
              () -> calls.raw(client.api(PaymentsApi.class).createPayment(Samples.payment(), each)))
          .isInstanceOf(InvalidArgumentException.class)
          .hasMessageContaining("Idempotency-Key");
      assertThatThrownBy(() -> CallOptions.builder().idempotencyReference("o" + each).build())
          .isInstanceOf(InvalidArgumentException.class)
          .hasMessageContaining("idempotencyReference");
    }
    assertThat(server.requests()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("E6 a whole character beyond the first 65536 is sent as it is")
  void whole(BlockingOrAsync mode) {
    server.responds(FakeServer.json(Samples.PAYMENT));

    new Calls(client, mode)
        .pay(capture(CaptureMethod.of("\ud83d\ude00")).build(), CallOptions.none());

    assertThat(Objects.requireNonNull(server.requests().get(0).getBody()).utf8())
        .contains("\ud83d\ude00");
  }

  @Test
  @DisplayName("E6 what is invisible or starts a line is an escape in texts for people")
  void texts() {
    String odd = "a\u202eb\u2028c\u001bd\u2066e\u0085f\ufeffg\udb40\udc41";
    Customer customer =
        Customer.fromJson("{\"id\":\"c\",\"name\":" + json(odd) + ",\"x\\u202e\":1}");

    assertThat(customer.toString())
        .contains("a\\u202eb\\u2028c\\u001bd\\u2066e\\u0085f", "x\\u202e")
        .matches("[\\x20-\\x7e]*");
    assertThat(customer.name()).isEqualTo(odd);
    assertThat(
            catchThrowableOfType(
                ConfigurationException.class,
                () -> FinFusion.builder().apiKey(Samples.KEY).network(pin(odd)).build()))
        .hasMessageNotContainingAny("\u202e", "\u2028", "\u001b", "\u0085");
    assertThatThrownBy(() -> CustomerCreateParams.builder().metadata(Map.of(odd, new Object())))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageNotContainingAny("\u202e", "\u2028", "\u001b", "\u0085");
  }

  private static NetworkOptions pin(String host) {
    return NetworkOptions.builder().pin(host, "sha256/x").build();
  }
}
