package cloud.finfusion.sandbox;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Tokens that bring the next access token of the client that got them, once. */
final class RefreshTokens {
  private final Map<String, Grant> grants = new ConcurrentHashMap<>();

  void issue(String token, String client, Scopes scopes) {
    grants.put(token, new Grant(client, scopes));
  }

  /** What the next access token is good for; a scope that is refused does not use the token up. */
  Scopes use(String token, String client, String asked) {
    @Nullable Grant grant = grants.get(token);
    if (grant == null || !grant.client.equals(client)) {
      throw refusal();
    }
    Scopes granted = grant.scopes.narrowedTo(asked);
    if (!grants.remove(token, grant)) {
      throw refusal();
    }
    return granted;
  }

  private static ApiError refusal() {
    return new ApiError(
        401,
        ErrorCode.AUTH002,
        "Expired token: this client has no such refresh token, or has used it.",
        List.of());
  }

  private record Grant(String client, Scopes scopes) {}
}
