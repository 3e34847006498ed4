package cloud.finfusion.sandbox.internal.auth;

import cloud.finfusion.sandbox.internal.http.ApiError;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The OAuth clients that may request tokens, by id; while there are none, any client may. */
public final class OAuthClients {
  private final Map<String, Client> clients = new HashMap<>();

  public void add(String id, String secret, List<String> scopes) {
    requireText("id", id);
    requireText("secret", secret);
    clients.put(id, new Client(secret, scopes.isEmpty() ? Scopes.ALL : Scopes.of(scopes)));
  }

  public OAuthClients copy() {
    OAuthClients copy = new OAuthClients();
    copy.clients.putAll(clients);
    return copy;
  }

  /** The scopes that the client may request. */
  Scopes authenticate(String id, String secret) {
    if (clients.isEmpty()) {
      return Scopes.ALL;
    }
    @Nullable Client client = clients.get(id);
    if (client == null || !client.hasSecret(secret)) {
      throw new ApiError(
          401, "Invalid API key: the sandbox has no client with this id and secret.");
    }
    return client.scopes;
  }

  private static void requireText(String name, String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException("The " + name + " of an OAuth client is not blank");
    }
  }

  private record Client(String secret, Scopes scopes) {
    boolean hasSecret(String given) {
      return MessageDigest.isEqual(
          given.getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
      return "a client for " + scopes;
    }
  }
}
