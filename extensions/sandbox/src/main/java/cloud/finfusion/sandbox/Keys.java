package cloud.finfusion.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Who may come in: the sandbox's own key, and the tokens it issued. */
final class Keys {
  private static final String SANDBOX_PREFIX = "dev_";
  private static final String SCHEME = "Bearer ";

  private final String apiKey;
  private final InstantSource clock;
  private final Map<String, Instant> tokens = new ConcurrentHashMap<>();

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

  void issue(String token, Duration lifetime) {
    tokens.put(token, clock.instant().plus(lifetime));
  }

  /** The credential of a request; it is refused when it is none of ours. */
  String require(ApiRequest request) {
    String credential = bearer(request.header("Authorization"));
    if (isApiKey(credential)) {
      return credential;
    }
    Instant end = tokens.get(credential);
    if (end == null) {
      throw new Refusal(401, reason(credential));
    }
    if (!clock.instant().isBefore(end)) {
      throw new Refusal(401, ErrorCode.AUTH002, ErrorCode.AUTH002.message, List.of());
    }
    return credential;
  }

  private static String bearer(@Nullable String authorization) {
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
        : "Invalid API key: the sandbox takes the key it was started with, and tokens it issued.";
  }
}
