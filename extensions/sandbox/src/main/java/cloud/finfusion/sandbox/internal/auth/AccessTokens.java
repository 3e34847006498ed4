package cloud.finfusion.sandbox.internal.auth;

import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The access tokens that were issued: all valid ones, and some expired ones, so that the error says
 * that they expired. Thread-safe.
 */
final class AccessTokens {
  private static final int MAX_WITH_EXPIRED = 1_000;

  private final InstantSource clock;

  /** In the order of expiry, because all tokens of a sandbox have one lifetime. */
  private final Map<String, Grant> tokens = new LinkedHashMap<>();

  AccessTokens(InstantSource clock) {
    this.clock = clock;
  }

  synchronized void add(String token, Grant grant) {
    tokens.put(token, grant);
    Iterator<Grant> eldestFirst = tokens.values().iterator();
    while (tokens.size() > MAX_WITH_EXPIRED && !eldestFirst.next().isValidAt(clock.instant())) {
      eldestFirst.remove();
    }
  }

  synchronized @Nullable Grant find(String token) {
    return tokens.get(token);
  }
}
