package cloud.finfusion.sandbox.auth;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.sandbox.Sandbox;
import cloud.finfusion.sandbox.internal.http.Json;
import cloud.finfusion.sandbox.testing.Caller;
import cloud.finfusion.sandbox.testing.FakeClock;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** API keys are created, verified, rotated and expire. */
class ApiKeysTest {
  private final FakeClock clock = new FakeClock();
  private final Sandbox sandbox = Sandbox.builder().clock(clock).start();
  private final Caller caller = new Caller(sandbox);

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void aNewKeyOpensTheSandboxUnlessItIsForProduction() {
    JsonNode development = create("development", "");
    JsonNode production = create("production", "");

    assertThat(development.path("key").asText()).matches("dev_[0-9a-z]{32}");
    assertThat(production.path("key").asText()).matches("prod_[0-9a-z]{32}");
    assertThat(statusWith(development)).isEqualTo(200);
    assertThat(statusWith(create("restricted", ""))).isEqualTo(200);
    assertThat(statusWith(production)).isEqualTo(401);
  }

  @Test
  void verifyRespondsWithTheStoredKey() {
    JsonNode created = create("development", ", \"permissions\": [\"payments\"]");

    JsonNode verified =
        Caller.json(caller.get("/v1/api-keys/" + created.path("id").asText() + "/verify"));

    assertThat(verified.path("permissions").path(0).asText()).isEqualTo("payments");
    assertThat(verified.has("key")).isFalse();
    assertThat(caller.get("/v1/api-keys/key_1/verify").statusCode()).isEqualTo(404);
  }

  @Test
  void bothKeysWorkUntilTheGracePeriodIsOver() {
    JsonNode old = create("development", "");

    JsonNode rotated = rotate(old, "{\"grace_period\": \"48h\"}");

    assertThat(rotated.path("id")).isEqualTo(old.path("id"));
    assertThat(rotated.path("key")).isNotEqualTo(old.path("key"));
    clock.advance(Duration.ofDays(2).minusSeconds(1));
    assertThat(statusWith(old)).isEqualTo(200);
    assertThat(statusWith(rotated)).isEqualTo(200);
    clock.advance(Duration.ofSeconds(1));
    assertThat(Caller.code(listWith(old))).isEqualTo("AUTH001");
    assertThat(statusWith(rotated)).isEqualTo(200);
  }

  @Test
  void theKeyThatItStartedWithIsOneOfThem() {
    assertThat(caller.list("/v1/api-keys", "id")).containsExactly(sandbox.apiKeyId());
    JsonNode verified = Caller.json(caller.get("/v1/api-keys/" + sandbox.apiKeyId() + "/verify"));
    assertThat(verified.path("type").asText()).isEqualTo("development");
    assertThat(verified.path("created_at").asText()).isEqualTo("2024-03-15T10:30:00Z");
    assertThat(verified.has("key")).isFalse();
  }

  @Test
  void theKeyThatItStartedWithIsRotatedAsAllAre() {
    JsonNode old = Json.object().put("id", sandbox.apiKeyId()).put("key", sandbox.apiKey());
    String paid = payWith(old);

    JsonNode rotated = rotate(old, "{\"grace_period\": \"48h\"}");

    assertThat(rotated.path("key").asText()).matches("dev_[0-9a-z]{32}");
    clock.advance(Duration.ofHours(12));
    assertThat(payWith(rotated)).isEqualTo(paid);
    clock.advance(Duration.ofHours(36).minusSeconds(1));
    assertThat(statusWith(old)).isEqualTo(200);
    clock.advance(Duration.ofSeconds(1));
    assertThat(Caller.code(listWith(old))).isEqualTo("AUTH001");
    assertThat(statusWith(rotated)).isEqualTo(200);
    assertThat(sandbox.ledger().size()).isEqualTo(1);
  }

  @Test
  void withoutAGracePeriodTheOldKeyEndsAtOnce() {
    JsonNode old = create("development", "");

    assertThat(statusWith(rotate(old, "{}"))).isEqualTo(200);
    assertThat(statusWith(old)).isEqualTo(401);
  }

  @Test
  void aSecondRotationDoesNotProlongTheFirstKey() {
    JsonNode first = create("development", "");
    rotate(first, "{\"grace_period\": \"1h\"}");
    rotate(first, "{\"grace_period\": \"48h\"}");

    clock.advance(Duration.ofHours(1));

    assertThat(statusWith(first)).isEqualTo(401);
  }

  @Test
  void aKeyWorksThroughItsLastDay() {
    JsonNode key = create("development", ", \"expiration\": \"2024-03-16\"");

    clock.advance(Duration.ofHours(37));
    assertThat(statusWith(key)).isEqualTo(200);
    clock.advance(Duration.ofHours(1));
    assertThat(statusWith(key)).isEqualTo(401);
  }

  @Test
  void aKeyIsNotCreatedAfterItsLastDay() {
    HttpResponse<String> refused = post("2024-03-14");

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(Caller.code(refused)).isEqualTo("VAL001");
    assertThat(Caller.json(refused).at("/error/details/0/field").asText()).isEqualTo("expiration");
    assertThat(post("2024-03-15").statusCode()).isEqualTo(200);
    clock.advance(Duration.ofHours(14));
    assertThat(post("2024-03-15").statusCode()).isEqualTo(400);
  }

  private HttpResponse<String> post(String lastDay) {
    return caller.post(
        "/v1/api-keys",
        "{\"name\": \"a\", \"type\": \"restricted\", \"expiration\": \"%s\"}".formatted(lastDay));
  }

  /** Seen by a clock that goes back: an expired key would be valid again if it were still there. */
  @Test
  void rotatedKeysAreDroppedAfterTheirEnd() {
    JsonNode old = create("development", "");
    rotate(old, "{\"grace_period\": \"1h\"}");
    clock.advance(Duration.ofHours(1));
    assertThat(statusWith(old)).isEqualTo(401);

    create("development", "");

    clock.advance(Duration.ofHours(-1));
    assertThat(statusWith(old)).isEqualTo(401);
  }

  @Test
  void anIdempotencyKeyOutlivesTheRotationOfTheApiKey() {
    JsonNode old = create("development", "");
    String first = payWith(old);

    String second = payWith(rotate(old, "{\"grace_period\": \"48h\"}"));

    assertThat(second).isEqualTo(first);
    assertThat(sandbox.ledger().size()).isEqualTo(1);
  }

  private JsonNode create(String type, String more) {
    return caller.create(
        "/v1/api-keys", "{\"name\": \"k\", \"type\": \"" + type + "\"" + more + "}");
  }

  private JsonNode rotate(JsonNode key, String body) {
    return caller.create("/v1/api-keys/" + key.path("id").asText() + "/rotate", body);
  }

  private String payWith(JsonNode key) {
    return Caller.send(
            caller
                .posting("/v2/payments", Caller.CARD_PAYMENT)
                .setHeader("Authorization", bearer(key))
                .header("Idempotency-Key", "order-1"))
        .body();
  }

  private int statusWith(JsonNode key) {
    return listWith(key).statusCode();
  }

  private HttpResponse<String> listWith(JsonNode key) {
    return Caller.send(caller.anonymous("/v2/payments").header("Authorization", bearer(key)));
  }

  private static String bearer(JsonNode key) {
    return "Bearer " + key.path("key").asText();
  }
}
