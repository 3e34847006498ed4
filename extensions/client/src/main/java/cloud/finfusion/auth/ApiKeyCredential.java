package cloud.finfusion.auth;

/** One API key that does not change. */
final class ApiKeyCredential implements Credential {
  private final transient String key; // transient: no secret where fields are printed

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
