package cloud.finfusion.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Card numbers, security codes, keys and secrets are never shown again. */
class SecretsTest {
  private static final String NUMBER = "4242424242424242";

  private final Sandbox sandbox = Sandbox.start();
  private final Caller caller = new Caller(sandbox);

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void aCardIsShownByItsLastDigitsOnly() {
    String created = caller.post("/v2/payments", Caller.CARD_PAYMENT).body();
    String listed = caller.get("/v2/payments").body();

    assertThat(created + listed + sandbox.ledger().entries())
        .doesNotContain(NUMBER, "cvc", "number");
  }

  @Test
  void aWrongValueIsNotRepeatedInTheError() {
    String body = Caller.CARD_PAYMENT.replace(NUMBER, NUMBER + "x").replace("123\"}", "12y\"}");

    assertThat(caller.post("/v2/payments", body).body()).doesNotContain(NUMBER, "12y");
  }

  @Test
  void aRequestIsDescribedWithoutItsHeaders() {
    caller.post("/v2/payments", Caller.CARD_PAYMENT, "order-1");

    assertThat(sandbox.requests().toString())
        .isEqualTo("[POST /v2/payments (createPayment)]")
        .doesNotContain(sandbox.apiKey());
  }

  @Test
  void aGeneratedSecretIsInTheCreatingAnswerOnly() throws IOException {
    try (Sandbox other = Sandbox.builder().spec(withRetrievableWebhooks()).start()) {
      Caller toOther = new Caller(other);
      JsonNode created =
          Caller.json(
              toOther.post("/v2/webhooks", "{\"url\": \"https://a\", \"events\": [\"x\"]}"));
      assertThat(created.path("secret").asText()).matches("whsec_[0-9a-z]{32}");

      JsonNode retrieved = Caller.json(toOther.get("/v2/customers/" + created.path("id").asText()));
      assertThat(retrieved.path("url").asText()).isEqualTo("https://a");
      assertThat(retrieved.has("secret")).isFalse();
    }
  }

  /** The specification cannot retrieve webhook endpoints: let another path look into them. */
  private static String withRetrievableWebhooks() throws IOException {
    try (var in = Sandbox.class.getResourceAsStream("/cloud/finfusion/spec/finfusion.yaml")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .replace("family: customer", "family: webhook_endpoint");
    }
  }
}
