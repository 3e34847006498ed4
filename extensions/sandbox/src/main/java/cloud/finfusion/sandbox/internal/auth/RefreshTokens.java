package cloud.finfusion.sandbox.internal.auth;

import cloud.finfusion.sandbox.internal.http.ApiError;
import cloud.finfusion.sandbox.internal.http.ErrorCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Refresh tokens: each gets the client that it was issued to one further access token. The newest
 * are kept, as clients that never refresh would fill the memory. Thread-safe.
 */
final class RefreshTokens {
  private static final int MAX_UNUSED = 10_000;

  private final Map<String, Issued> unused = new LinkedHashMap<>();

  synchronized void add(String token, String client, Scopes scopes) {
    unused.put(token, new Issued(client, scopes));
    if (unused.size() > MAX_UNUSED) {
      unused.remove(unused.keySet().iterator().next());
    }
  }

  /** The scopes of the next access token; a request for other scopes does not use the token up. */
  synchronized Scopes use(String token, String client, String requested) {
    @Nullable Issued issued = unused.get(token);
    if (issued == null || !issued.client.equals(client)) {
      throw invalid();
    }
    Scopes granted = issued.scopes.narrowedTo(requested);
    unused.remove(token);
    return granted;
  }

  private static ApiError invalid() {
    return new ApiError(
        401,
        ErrorCode.AUTH002,
        "Expired token: this client has no such refresh token, or has used it.",
        List.of());
  }

  private record Issued(String client, Scopes scopes) {}
}
