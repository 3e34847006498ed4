package cloud.finfusion.auth;

import cloud.finfusion.runtime.InvalidArgumentException;

/**
 * Signs requests. The token is read for each attempt, as late as possible, so that a changed token
 * is used at once. A lambda that asks your vault will do. Implementations are thread-safe, do not
 * block, and never show the token in {@code toString}.
 */
public interface Credential {
  /**
   * Returns the token that follows {@code Bearer}; with another security scheme, see {@link
   * cloud.finfusion.FinFusion.Builder#credential(String, Credential)}, the value that stands where
   * the scheme says.
   */
  String token();

  /**
   * Called when the server refused a token with 401. Returns whether {@link #token()} gives another
   * one now; if so, the call is tried once more with it, whatever its retries.
   */
  default boolean refused(String token) {
    return false;
  }

  /**
   * Returns the owner of a token. Cached responses are shared by the tokens of one owner. Default:
   * each token is an owner of its own.
   */
  default String owner(String token) {
    return token;
  }

  /**
   * Returns a credential of one API key.
   *
   * @throws cloud.finfusion.error.ConfigurationException if the key is empty, or holds a space, a
   *     line break or another character that cannot stand in a header; the message does not show it
   */
  static Credential apiKey(String key) {
    return new ApiKeyCredential(key);
  }

  /**
   * Returns a credential of a user name and a password, for a security scheme of HTTP's Basic
   * authentication (RFC 7617).
   *
   * @throws cloud.finfusion.error.ConfigurationException if the name holds a colon, or both are
   *     empty; the message does not show them
   */
  static Credential basic(String user, String password) {
    InvalidArgumentException.unlessPresent("user", user);
    InvalidArgumentException.unlessPresent("password", password);
    return new BasicCredential(user, password);
  }

  /**
   * Returns a credential that reads its API key from a source for each attempt, so that a replaced
   * key is used from the next attempt on.
   */
  static Credential apiKey(KeySource source) {
    InvalidArgumentException.unlessPresent("apiKey", source);
    return new SourcedKeyCredential(source);
  }
}
