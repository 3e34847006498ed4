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

  /** What the next access token may be good for. */
  Scopes use(String token, String client) {
    @Nullable Grant grant = grants.get(token);
    if (grant == null || !grant.client.equals(client) || !grants.remove(token, grant)) {
      throw new Refusal(
          401,
          ErrorCode.AUTH002,
          "Expired token: this client has no such refresh token, or has used it.",
          List.of());
    }
    return grant.scopes;
  }

  private record Grant(String client, Scopes scopes) {}
}
