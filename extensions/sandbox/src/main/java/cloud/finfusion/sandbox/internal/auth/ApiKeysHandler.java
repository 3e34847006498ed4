package cloud.finfusion.sandbox.internal.auth;

import cloud.finfusion.sandbox.internal.http.ApiRequest;
import cloud.finfusion.sandbox.internal.http.ApiResponse;
import cloud.finfusion.sandbox.internal.http.Expiration;
import cloud.finfusion.sandbox.internal.http.GracePeriod;
import cloud.finfusion.sandbox.internal.http.Json;
import cloud.finfusion.sandbox.internal.http.RandomText;
import cloud.finfusion.sandbox.internal.http.RequestFields;
import cloud.finfusion.sandbox.internal.spec.Operation;
import cloud.finfusion.sandbox.internal.store.SandboxContext;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;

/**
 * Creates and rotates API keys. The sandbox accepts them, except production keys. The permissions
 * of a restricted key are stored and shown, but not enforced.
 */
public final class ApiKeysHandler {
  private static final Map<String, String> PREFIXES =
      Map.of("development", "dev_", "production", "prod_", "restricted", "rest_");
  private static final String KEY = "key";

  private final SandboxContext context;
  private final Credentials credentials;

  public ApiKeysHandler(SandboxContext context, Credentials credentials) {
    this.context = context;
    this.credentials = credentials;
  }

  public ApiResponse create(Operation operation, ApiRequest request) {
    ObjectNode apiKey =
        context.factory().create(operation.responseSchema(), RequestFields.of(request));
    context.store().add(operation.family(), apiKey, request.idempotencyKey());
    return withNewKey(operation, apiKey);
  }

  /**
   * Registers the key that the sandbox starts with, so that it is listed, verified and rotated like
   * any other; its id.
   */
  public String register(String key) {
    ObjectNode given = Json.object().put("name", "Sandbox").put("type", "development");
    String id =
        context
            .spec()
            .operation("createApiKey")
            .map(each -> store(each, given))
            .orElse("key_sandbox");
    credentials.addKey(key, id, Instant.MAX);
    return id;
  }

  private String store(Operation create, ObjectNode given) {
    ObjectNode apiKey = context.factory().create(create.responseSchema(), given);
    context.store().add(create.family(), apiKey, null);
    return apiKey.path("id").asText();
  }

  /** The old key works until the grace period is over; without a grace period it ends at once. */
  public ApiResponse rotate(Operation operation, ApiRequest request) {
    String id = operation.path().lastValue(request.path());
    ObjectNode apiKey = context.store().require(operation.family(), id);
    credentials.expireKeys(id, context.clock().instant().plus(GracePeriod.of(request)));
    return withNewKey(operation, apiKey);
  }

  private ApiResponse withNewKey(Operation operation, ObjectNode apiKey) {
    String prefix = PREFIXES.getOrDefault(apiKey.path("type").asText(), "rest_");
    String key = prefix + RandomText.of(32);
    if (!prefix.equals("prod_")) {
      credentials.addKey(key, apiKey.path("id").asText(), Expiration.end(apiKey));
    }
    return ApiResponse.json(operation.successStatus(), apiKey.put(KEY, key));
  }
}
