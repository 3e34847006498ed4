package cloud.finfusion.sandbox.resources;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.sandbox.Sandbox;
import cloud.finfusion.sandbox.TestCards;
import cloud.finfusion.sandbox.VirtualClock;
import cloud.finfusion.sandbox.testing.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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

  /** Those of what the clock makes happen: the events and the dispute. */
  @Test
  void whatHappensLaterHasTheSameIdsToo() {
    assertThat(laterIds(7)).hasSize(3).isEqualTo(laterIds(7)).isNotEqualTo(laterIds(8));
  }

  private static List<String> laterIds(long seed) {
    VirtualClock clock = VirtualClock.at(Instant.parse("2024-03-15T10:30:00Z"));
    try (Sandbox sandbox = Sandbox.builder().seed(seed).clock(clock).start()) {
      Caller caller = new Caller(sandbox);
      caller.create("/v2/payments", Caller.payment(1000, TestCards.DISPUTED));
      clock.advance(Duration.ofDays(1));
      List<String> ids = new ArrayList<>(caller.list("/v2/events", "id"));
      ids.addAll(caller.list("/v2/disputes", "id"));
      return ids;
    }
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
