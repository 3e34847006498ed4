package cloud.finfusion.auth;

import cloud.finfusion.error.ConfigurationException;

/** One API key that does not change. */
final class ApiKeyCredential implements Credential {
  private final String key;

  ApiKeyCredential(String key) {
    if (key == null || key.isEmpty()) { // null: a variable that is not set
      throw new ConfigurationException("apiKey", "expected a key, got none. Give it one.");
    }
    if (!key.chars().allMatch(each -> each > ' ' && each < 0x7F)) {
      throw new ConfigurationException(
          "apiKey",
          "expected visible ASCII characters only, got another, perhaps a space or a line break. Trim the key.");
    }
    this.key = key;
  }

  @Override
  public String token() {
    return key;
  }

  /** The kind only: what stands before the first underscore, if it is one that is documented. */
  @Override
  public String toString() {
    return "ApiKey(" + key.replaceFirst("^(dev|prod|rest)_.*|.*", "$1") + "_***)";
  }
}
