package cloud.finfusion.auth;

/** One API key that does not change. */
final class ApiKeyCredential implements Credential {
  private final String key;

  ApiKeyCredential(String key) {
    this.key = KeyFormat.checked(key);
  }

  @Override
  public String token() {
    return key;
  }

  @Override
  public String toString() {
    return KeyFormat.shown(key);
  }
}
