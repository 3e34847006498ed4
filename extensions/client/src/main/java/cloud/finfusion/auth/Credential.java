package cloud.finfusion.auth;

/**
 * What requests are signed with. Asked once for every attempt, as late as possible, so that one
 * that changes is used at once. Implementations are thread-safe and never show the token in {@code
 * toString}.
 */
public interface Credential {
  /** Returns the token that follows {@code Bearer}. */
  String token();

  /**
   * Returns a credential of one API key.
   *
   * @throws cloud.finfusion.error.ConfigurationException if the key is empty, or holds a space, a
   *     line break or another character that cannot stand in a header; the message does not show it
   */
  static Credential apiKey(String key) {
    return new ApiKeyCredential(key);
  }
}
