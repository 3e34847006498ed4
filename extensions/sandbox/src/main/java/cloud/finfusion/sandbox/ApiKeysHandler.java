package cloud.finfusion.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * Makes and rotates keys that open this sandbox, unless they are production keys. What a restricted
 * key may do is kept and shown, and not enforced.
 */
final class ApiKeysHandler {
  private static final Map<String, String> PREFIXES =
      Map.of("development", "dev_", "production", "prod_", "restricted", "rest_");
  private static final String KEY = "key";

  private final SandboxContext base;
  private final Credentials keys;

  ApiKeysHandler(SandboxContext base, Credentials keys) {
    this.base = base;
    this.keys = keys;
  }

  ApiResponse create(Operation operation, ApiRequest request) {
    ObjectNode apiKey = base.factory().create(operation.answerSchema(), RequestFields.of(request));
    base.store().add(operation.family(), apiKey, request.idempotencyKey());
    return withNewKey(operation, apiKey);
  }

  /** Keeps a key that nobody asked for, so that it is listed, verified and rotated as all are. */
  String adopt(String key) {
    ObjectNode given = Json.object().put("name", "Sandbox").put("type", "development");
    String id =
        base.spec().operation("createApiKey").map(each -> store(each, given)).orElse("key_sandbox");
    keys.admit(key, id, Instant.MAX);
    return id;
  }

  private String store(Operation create, ObjectNode given) {
    ObjectNode apiKey = base.factory().create(create.answerSchema(), given);
    base.store().add(create.family(), apiKey, null);
    return apiKey.path("id").asText();
  }

  /** The old key works until the grace period is over; at once no more if there is none. */
  ApiResponse rotate(Operation operation, ApiRequest request) {
    String id = operation.path().lastValue(request.path());
    ObjectNode apiKey = base.store().require(operation.family(), id);
    keys.endAll(id, base.clock().instant().plus(GracePeriod.of(request)));
    return withNewKey(operation, apiKey);
  }

  private ApiResponse withNewKey(Operation operation, ObjectNode apiKey) {
    String prefix = PREFIXES.getOrDefault(apiKey.path("type").asText(), "rest_");
    String key = prefix + RandomText.of(32);
    if (!prefix.equals("prod_")) {
      keys.admit(key, apiKey.path("id").asText(), end(apiKey.path("expiration")));
    }
    return ApiResponse.json(operation.successStatus(), apiKey.put(KEY, key));
  }

  /** The end of the last day. */
  private static Instant end(JsonNode lastDay) {
    return lastDay.isTextual()
        ? LocalDate.parse(lastDay.asText()).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()
        : Instant.MAX;
  }
}
