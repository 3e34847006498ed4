package cloud.finfusion.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Who may come in: the sandbox's own key, keys made with it, and tokens. A credential belongs to an
 * owner, who stays the same when a key is rotated or a token replaced by the next: what was done
 * with an idempotency key is not done again with the new credential.
 */
final class Credentials {
  private static final String SANDBOX_PREFIX = "dev_";
  private static final String SCHEME = "Bearer ";

  private final InstantSource clock;
  private final Map<String, Grant> passes = new ConcurrentHashMap<>();

  Credentials(InstantSource clock) {
    this.clock = clock;
  }

  static String fresh() {
    return SANDBOX_PREFIX + RandomText.of(32);
  }

  static String requireSandboxKey(String key) {
    if (!key.startsWith(SANDBOX_PREFIX)) {
      throw new IllegalArgumentException("A key of the sandbox begins with " + SANDBOX_PREFIX);
    }
    return key;
  }

  /** Takes a token of a client until it expires, for the operations of its scopes. */
  void issue(String token, String client, Duration lifetime, Scopes scopes) {
    passes.put(token, new Grant("client " + client, clock.instant().plus(lifetime), true, scopes));
  }

  /** Takes a key until it ends. */
  void admit(String key, String id, Instant end) {
    passes.put(key, new Grant(id, end, false, Scopes.ALL));
  }

  /** Ends all keys of this id at that time, if they do not end before. */
  void endAll(String id, Instant end) {
    passes.replaceAll(
        (key, pass) ->
            pass.owner.equals(id) && pass.end.isAfter(end)
                ? new Grant(id, end, false, pass.scopes)
                : pass);
  }

  /** The owner of the request's credential, which is one of ours and good for the operation. */
  String require(Operation operation, ApiRequest request) {
    Grant pass = pass(request).orElseThrow(() -> refusal(bearer(request)));
    if (!pass.scopes.cover(operation.scopes())) {
      throw new ApiError(
          403,
          "Invalid scope: %s needs a token for %s, this one is for %s."
              .formatted(operation.id(), String.join(" ", operation.scopes()), pass.scopes));
    }
    return pass.owner;
  }

  /** The owner of the request's credential, if it is one of ours and has not ended. */
  Optional<String> owner(ApiRequest request) {
    return pass(request).map(Grant::owner);
  }

  private Optional<Grant> pass(ApiRequest request) {
    return Optional.ofNullable(passes.get(bearer(request)))
        .filter(pass -> clock.instant().isBefore(pass.end));
  }

  private ApiError refusal(String credential) {
    Grant ended = passes.get(credential);
    return ended != null && ended.isToken
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
        ? "Invalid API key: a production key has no place in the sandbox; revoke it if it leaked."
        : "Invalid API key: the sandbox takes the key it was started with, and those it issued.";
  }

  /** What a credential of ours is good for. */
  private record Grant(String owner, Instant end, boolean isToken, Scopes scopes) {}
}
