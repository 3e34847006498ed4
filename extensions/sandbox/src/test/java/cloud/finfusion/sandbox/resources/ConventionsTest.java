package cloud.finfusion.sandbox.resources;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.sandbox.Sandbox;
import cloud.finfusion.sandbox.SandboxInternals;
import cloud.finfusion.sandbox.internal.handlers.OperationHandlers;
import cloud.finfusion.sandbox.internal.http.ApiError;
import cloud.finfusion.sandbox.internal.http.ApiRequest;
import cloud.finfusion.sandbox.internal.spec.Operation;
import cloud.finfusion.sandbox.internal.spec.Spec;
import cloud.finfusion.sandbox.testing.Caller;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every operation works by the conventions or has a handler of its own. */
class ConventionsTest {
  private final Sandbox sandbox = Sandbox.start();
  private final Caller caller = new Caller(sandbox);

  @AfterEach
  void close() {
    sandbox.close();
  }

  /** The path's ids do not exist: only a missing handler responds with 501. */
  @Test
  void everyOperationOfTheSpecificationHasAHandler() {
    Set<String> missing = new TreeSet<>();
    for (Operation operation : Spec.bundled().operations()) {
      String path = operation.path().toString().replaceAll("\\{.*?}", "none");
      if (operation.batch().isEmpty()
          && statusOf(SandboxInternals.handlers(sandbox), operation, path) == 501) {
        missing.add(operation.id());
      }
    }

    assertThat(Spec.bundled().operations()).hasSizeGreaterThan(40);
    assertThat(missing).isEmpty();
  }

  @Test
  void aCardBecomesATokenWithoutItsNumber() {
    HttpResponse<String> response =
        caller.post(
            "/v2/payments/tokenize",
            """
            {"token_type": "NETWORK_TOKEN", "customer_id": "cust_1", "card":
              {"number": "5555555555554444", "exp_month": 12, "exp_year": 2034, "cvc": "123"}}""");

    JsonNode token = Caller.json(response);
    assertThat(token.path("id").asText()).startsWith("ptok_");
    assertThat(token.path("token_type").asText()).isEqualTo("NETWORK_TOKEN");
    assertThat(token.path("customer_id").asText()).isEqualTo("cust_1");
    assertThat(token.path("card"))
        .hasToString(
            "{\"brand\":\"mastercard\",\"last4\":\"4444\",\"exp_month\":12,\"exp_year\":2034}");
    assertThat(response.body()).doesNotContain("5555", "123\"");
  }

  @Test
  void aRiskIsAssessed() {
    JsonNode assessment =
        caller.create(
            "/v2/risk/assessments",
            "{\"transaction_id\": \"tx_1\", \"amount\": 5, \"currency\": \"USD\"}");

    assertThat(assessment.path("transaction_id").asText()).isEqualTo("tx_1");
    assertThat(assessment.path("score").asInt()).isBetween(0, 100);
    assertThat(assessment.path("action").asText()).isEqualTo("allow");
  }

  @Test
  void whatWasEncryptedIsDecryptedWithTheSameKeyOnly() {
    JsonNode encrypted =
        caller.create("/v2/encryption/encrypt", "{\"data\": \"Grüße 4242\", \"key_id\": \"k1\"}");
    String data = encrypted.path("data").asText();

    assertThat(data).isBase64().doesNotContain("4242");
    assertThat(encrypted.path("key_id").asText()).isEqualTo("k1");
    assertThat(decrypt(data, "k1").statusCode()).isEqualTo(200);
    assertThat(Caller.json(decrypt(data, "k1")).path("data").asText()).isEqualTo("Grüße 4242");
    for (HttpResponse<String> refused : List.of(decrypt(data, "k2"), decrypt("?", "k1"))) {
      assertThat(refused.statusCode()).isEqualTo(400);
      assertThat(Caller.json(refused).at("/error/details/0/field").asText()).isEqualTo("data");
    }
  }

  private HttpResponse<String> decrypt(String data, String key) {
    return caller.post(
        "/v2/encryption/decrypt", "{\"data\": \"" + data + "\", \"key_id\": \"" + key + "\"}");
  }

  private static int statusOf(OperationHandlers handlers, Operation operation, String path) {
    ApiRequest request = new ApiRequest(operation.method(), path, "", Map.of(), Map.of(), "{}");
    try {
      return handlers.of(operation).handle(operation, request).status();
    } catch (ApiError error) {
      return error.response().status();
    }
  }
}
