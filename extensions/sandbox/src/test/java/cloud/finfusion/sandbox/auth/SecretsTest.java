package cloud.finfusion.sandbox.auth;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.sandbox.Sandbox;
import cloud.finfusion.sandbox.testing.Caller;
import com.fasterxml.jackson.databind.JsonNode;
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
        .isEqualTo("[POST /v2/payments (payments.create)]")
        .doesNotContain(sandbox.apiKey());
  }

  @Test
  void aGeneratedSecretIsOnlyInTheResponseThatCreatesIt() {
    JsonNode created =
        Caller.json(
            caller.post(
                "/v2/webhooks", "{\"url\": \"https://a\", \"events\": [\"card.created\"]}"));
    assertThat(created.path("secret").asText()).matches("whsec_[0-9a-z]{32}");

    String path = "/v2/webhooks/" + created.path("id").asText();
    JsonNode retrieved = Caller.json(caller.get(path));
    assertThat(retrieved.path("url").asText()).isEqualTo("https://a");
    assertThat(retrieved.has("secret")).isFalse();
    assertThat(Caller.json(caller.send("PATCH", path, "{}")).has("secret")).isFalse();
  }

  @Test
  void aRotationShowsAnotherSecret() {
    JsonNode created =
        Caller.json(
            caller.post(
                "/v2/webhooks", "{\"url\": \"https://a\", \"events\": [\"card.created\"]}"));
    String path = "/v2/webhooks/" + created.path("id").asText();

    JsonNode rotated =
        Caller.json(caller.post(path + "/rotate-secret", "{\"grace_period\": \"1h\"}"));

    assertThat(rotated.path("id")).isEqualTo(created.path("id"));
    assertThat(rotated.path("secret").asText())
        .matches("whsec_[0-9a-z]{32}")
        .isNotEqualTo(created.path("secret").asText());
    assertThat(Caller.json(caller.get(path)).has("secret")).isFalse();
  }
}
