package cloud.finfusion.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import cloud.finfusion.error.ConfigurationException;
import java.util.Base64;

/** A user name and a password (RFC 7617). */
final class BasicCredential implements Credential {
  private final transient String token; // transient: no secret where fields are printed

  BasicCredential(String user, String password) {
    if (user.indexOf(':') >= 0) { // the first colon ends the name
      throw new ConfigurationException(
          "basic", "expected a user name without a colon, got one with. Check the order.");
    }
    if (user.isEmpty() && password.isEmpty()) {
      throw new ConfigurationException("basic", "expected a user name, got none. Give it one.");
    }
    token = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
  }

  @Override
  public String token() {
    return token;
  }

  /** Hides the name too: with some APIs it is the key. */
  @Override
  public String toString() {
    return "Basic(***)";
  }
}
