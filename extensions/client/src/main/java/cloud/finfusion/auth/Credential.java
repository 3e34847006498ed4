package cloud.finfusion.auth;

import cloud.finfusion.runtime.InvalidArgumentException;

/**
 * What requests are signed with. Asked once for every attempt, as late as possible, so that one
 * that changes is used at once; a lambda that asks your vault is one. Implementations are
 * thread-safe, do not block, and never show the token in {@code toString}.
 */
public interface Credential {
  /** Returns the token that follows {@code Bearer}. */
  String token();

  /**
   * The server answered 401 to this token. Returns whether {@link #token()} gives another one now,
   * with which the call is tried once more, whatever its retries.
   */
  default boolean refused(String token) {
    return false;
  }

  /**
   * Returns whom a token of this credential speaks for. Kept answers are shared between tokens of
   * one owner. Default: each token for itself.
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
   * Returns a credential of the API key that is found there, looked up for every attempt: a key
   * that is replaced there is used from the next attempt on.
   */
  static Credential apiKey(KeySource source) {
    InvalidArgumentException.unlessPresent("apiKey", source);
    return new SourcedKeyCredential(source);
  }
}
