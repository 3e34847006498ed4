package cloud.finfusion.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
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
final class Keys {
  private static final String SANDBOX_PREFIX = "dev_";
  private static final String SCHEME = "Bearer ";

  private final String apiKey;
  private final InstantSource clock;
  private final Map<String, Pass> passes = new ConcurrentHashMap<>();

  Keys(String apiKey, InstantSource clock) {
    this.apiKey = apiKey;
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

  /** Takes a token of a client until it expires. */
  void issue(String token, String client, Duration lifetime) {
    passes.put(token, new Pass("client " + client, clock.instant().plus(lifetime), true));
  }

  /** Takes a key until it ends. */
  void admit(String key, String id, Instant end) {
    passes.put(key, new Pass(id, end, false));
  }

  /** Ends all keys of this id at that time, if they do not end before. */
  void endAll(String id, Instant end) {
    passes.replaceAll(
        (key, pass) ->
            pass.owner.equals(id) && pass.end.isAfter(end) ? new Pass(id, end, false) : pass);
  }

  /** The owner of the request's credential; it is refused when it is none of ours. */
  String require(ApiRequest request) {
    return owner(request).orElseThrow(() -> refusal(bearer(request)));
  }

  /** The owner of the request's credential, if it is one of ours and has not ended. */
  Optional<String> owner(ApiRequest request) {
    String credential = bearer(request);
    return isApiKey(credential)
        ? Optional.of(SANDBOX_PREFIX)
        : Optional.ofNullable(passes.get(credential))
            .filter(pass -> clock.instant().isBefore(pass.end))
            .map(Pass::owner);
  }

  private Refusal refusal(String credential) {
    Pass ended = passes.get(credential);
    return ended != null && ended.isToken
        ? new Refusal(401, ErrorCode.AUTH002, ErrorCode.AUTH002.message, List.of())
        : new Refusal(401, reason(credential));
  }

  private static String bearer(ApiRequest request) {
    @Nullable String authorization = request.header("Authorization");
    return authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        ? authorization.substring(SCHEME.length()).strip()
        : "";
  }

  private boolean isApiKey(String credential) {
    return MessageDigest.isEqual(
        credential.getBytes(StandardCharsets.UTF_8), apiKey.getBytes(StandardCharsets.UTF_8));
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
  private record Pass(String owner, Instant end, boolean isToken) {}
}
