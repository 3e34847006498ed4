package cloud.finfusion.sandbox.internal.auth;

import cloud.finfusion.sandbox.internal.http.ApiError;
import cloud.finfusion.sandbox.internal.http.ErrorCode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Refresh tokens: each gets the client that it was issued to one further access token. */
final class RefreshTokens {
  private final Map<String, Grant> grants = new ConcurrentHashMap<>();

  void add(String token, String client, Scopes scopes) {
    grants.put(token, new Grant(client, scopes));
  }

  /** The scopes of the next access token; a request for other scopes does not use the token up. */
  Scopes use(String token, String client, String requested) {
    @Nullable Grant grant = grants.get(token);
    if (grant == null || !grant.client.equals(client)) {
      throw invalid();
    }
    Scopes granted = grant.scopes.narrowedTo(requested);
    if (!grants.remove(token, grant)) {
      throw invalid();
    }
    return granted;
  }

  private static ApiError invalid() {
    return new ApiError(
        401,
        ErrorCode.AUTH002,
        "Expired token: this client has no such refresh token, or has used it.",
        List.of());
  }

  private record Grant(String client, Scopes scopes) {}
}
