package cloud.finfusion.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * Makes and rotates keys that open this sandbox, unless they are production keys. What a restricted
 * key may do is kept and shown, and not enforced.
 */
final class ApiKeysBehaviour {
  private static final Map<String, String> PREFIXES =
      Map.of("development", "dev_", "production", "prod_", "restricted", "rest_");
  private static final String KEY = "key";

  private final Store store;
  private final ResourceFactory factory;
  private final Keys keys;
  private final InstantSource clock;

  ApiKeysBehaviour(Store store, ResourceFactory factory, Keys keys, InstantSource clock) {
    this.store = store;
    this.factory = factory;
    this.keys = keys;
    this.clock = clock;
  }

  Answer create(Operation operation, ApiRequest request) {
    ObjectNode apiKey = factory.create(operation.answerSchema(), RequestFields.of(request));
    store.add(operation.family(), apiKey, request.idempotencyKey());
    return withNewKey(operation, apiKey);
  }

  /** The old key works until the grace period is over; at once no more if there is none. */
  Answer rotate(Operation operation, ApiRequest request) {
    String id = operation.path().lastValue(request.path());
    ObjectNode apiKey = store.require(operation.family(), id);
    Duration grace = hours(RequestFields.of(request).path("grace_period"));
    keys.endAll(id, clock.instant().plus(grace));
    return withNewKey(operation, apiKey);
  }

  private Answer withNewKey(Operation operation, ObjectNode apiKey) {
    String prefix = PREFIXES.getOrDefault(apiKey.path("type").asText(), "rest_");
    String key = prefix + RandomText.of(32);
    if (!prefix.equals("prod_")) {
      keys.admit(key, apiKey.path("id").asText(), end(apiKey.path("expiration")));
    }
    return Answer.json(operation.successStatus(), apiKey.put(KEY, key));
  }

  /** The end of the last day. */
  private static Instant end(JsonNode lastDay) {
    return lastDay.isTextual()
        ? LocalDate.parse(lastDay.asText()).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()
        : Instant.MAX;
  }

  /** Of {@code 48h}. */
  private static Duration hours(JsonNode period) {
    String text = period.asText("");
    return text.isEmpty()
        ? Duration.ZERO
        : Duration.ofHours(Long.parseLong(text.substring(0, text.length() - 1)));
  }
}
