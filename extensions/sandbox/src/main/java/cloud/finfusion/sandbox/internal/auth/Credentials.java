package cloud.finfusion.sandbox.internal.auth;

import cloud.finfusion.sandbox.internal.http.ApiError;
import cloud.finfusion.sandbox.internal.http.ApiRequest;
import cloud.finfusion.sandbox.internal.http.ErrorCode;
import cloud.finfusion.sandbox.internal.http.RandomText;
import cloud.finfusion.sandbox.internal.spec.Operation;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The credentials that the sandbox accepts: its own key, keys created with it, and tokens. The
 * owner of a credential stays the same when a key is rotated or a token is replaced, so that an
 * idempotency key is not executed again with the new credential.
 */
public final class Credentials {
  private static final String SANDBOX_PREFIX = "dev_";
  private static final String SCHEME = "Bearer ";

  private final InstantSource clock;
  private final Map<String, Grant> keys = new ConcurrentHashMap<>();
  private final AccessTokens tokens;

  public Credentials(InstantSource clock) {
    this.clock = clock;
    this.tokens = new AccessTokens(clock);
  }

  public static String newSandboxKey() {
    return SANDBOX_PREFIX + RandomText.of(32);
  }

  public static String requireSandboxKey(String key) {
    if (!key.startsWith(SANDBOX_PREFIX)) {
      throw new IllegalArgumentException("A key of the sandbox begins with " + SANDBOX_PREFIX);
    }
    return key;
  }

  /** Accepts a client's token until it expires, for the operations of its scopes. */
  void addToken(String token, String client, Duration lifetime, Scopes scopes) {
    tokens.add(token, new Grant("client " + client, clock.instant().plus(lifetime), scopes));
  }

  /** Accepts a key until it expires, and drops those that have expired. */
  void addKey(String key, String id, Instant expiry) {
    keys.values().removeIf(each -> !each.isValidAt(clock.instant()));
    keys.put(key, new Grant(id, expiry, Scopes.ALL));
  }

  /** Ends all keys with this id at that time, unless they expire before. */
  void expireKeys(String id, Instant expiry) {
    keys.replaceAll(
        (key, grant) ->
            grant.owner().equals(id) && grant.expiry().isAfter(expiry)
                ? new Grant(id, expiry, grant.scopes())
                : grant);
  }

  /** The owner of the request's credential; an error unless it is valid for the operation. */
  public String requireOwner(Operation operation, ApiRequest request) {
    Grant grant = grant(request).orElseThrow(() -> invalid(bearer(request)));
    if (!grant.scopes().include(operation.scopes())) {
      throw new ApiError(
          403,
          "Invalid scope: %s needs a token for %s, this one is for %s."
              .formatted(operation.name(), String.join(" ", operation.scopes()), grant.scopes()));
    }
    return grant.owner();
  }

  /** The owner of the request's credential, if it is valid. */
  Optional<String> owner(ApiRequest request) {
    return grant(request).map(Grant::owner);
  }

  private Optional<Grant> grant(ApiRequest request) {
    String credential = bearer(request);
    return Optional.ofNullable(keys.get(credential))
        .or(() -> Optional.ofNullable(tokens.find(credential)))
        .filter(grant -> grant.isValidAt(clock.instant()));
  }

  private ApiError invalid(String credential) {
    return tokens.find(credential) != null
        ? new ApiError(401, ErrorCode.AUTH002, ErrorCode.AUTH002.message, List.of())
        : new ApiError(401, reason(credential));
  }

  private static String bearer(ApiRequest request) {
    @Nullable String authorization = request.header("Authorization");
    return authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        ? authorization.substring(SCHEME.length()).strip()
        : "";
  }

  private static String reason(String credential) {
    if (credential.isEmpty()) {
      return "Invalid API key: send one as Authorization: Bearer <key>.";
    }
    return credential.startsWith("prod_")
        ? "Invalid API key: the sandbox takes no production key; revoke the key if it leaked."
        : "Invalid API key: the sandbox takes the key it was started with, and keys it issued.";
  }
}
