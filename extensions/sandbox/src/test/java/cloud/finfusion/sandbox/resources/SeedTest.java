package cloud.finfusion.sandbox.resources;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.sandbox.Sandbox;
import cloud.finfusion.sandbox.testing.Caller;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** A seed repeats the ids of resources, and no secret. */
class SeedTest {
  @Test
  void theSameRequestsMakeTheSameIds() {
    assertThat(ids(OptionalLong.of(7)))
        .isEqualTo(ids(OptionalLong.of(7)))
        .isNotEqualTo(ids(OptionalLong.of(8)));
  }

  @Test
  void withoutASeedNoIdComesTwice() {
    assertThat(ids(OptionalLong.empty())).doesNotContainAnyElementsOf(ids(OptionalLong.empty()));
  }

  @Test
  void idsWithinOneRunDiffer() {
    assertThat(ids(OptionalLong.of(7))).doesNotHaveDuplicates();
  }

  @Test
  void secretsStayRandom() {
    assertThat(secrets()).doesNotContainAnyElementsOf(secrets());
  }

  private static List<String> ids(OptionalLong seed) {
    Sandbox.Builder builder = Sandbox.builder();
    seed.ifPresent(builder::seed);
    try (Sandbox sandbox = builder.start()) {
      Caller caller = new Caller(sandbox);
      var payment = caller.create("/v2/payments", Caller.CARD_PAYMENT);
      String id = payment.path("id").asText();
      return List.of(
          sandbox.apiKeyId(),
          id,
          payment.at("/payment_method/id").asText(),
          sandbox.simulate().dispute(id),
          caller.list("/v2/events", "id").get(0),
          caller.create("/v2/customers", "{\"email\": \"a@example.com\"}").path("id").asText());
    }
  }

  private static List<String> secrets() {
    try (Sandbox sandbox = Sandbox.builder().seed(7).start()) {
      Caller caller = new Caller(sandbox);
      String endpoint = "{\"url\": \"http://127.0.0.1:1/\", \"events\": [\"payment.succeeded\"]}";
      return List.of(
          sandbox.apiKey(),
          caller.create("/v2/webhooks", endpoint).path("secret").asText(),
          caller
              .create("/v1/api-keys", "{\"name\": \"a\", \"type\": \"development\"}")
              .path("key")
              .asText(),
          caller.token());
    }
  }
}
