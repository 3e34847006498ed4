package cloud.finfusion.auth;

import cloud.finfusion.error.ConfigurationException;
import org.jspecify.annotations.Nullable;

/** Signs with the API key that a source has now. */
final class SourcedKeyCredential implements Credential {
  private final transient KeySource source; // transient: no secret where fields are printed
  private transient volatile @Nullable String accepted;

  SourcedKeyCredential(KeySource source) {
    this.source = source;
  }

  @Override
  public String token() {
    String key = source.key();
    if (key == null) {
      throw new ConfigurationException(
          "apiKey",
          "expected a key in one of " + KeyFormat.place(source) + ", found none. Put one there.");
    }
    if (!key.equals(accepted)) {
      accepted = KeyFormat.checked(key);
    }
    return key;
  }

  /** Tries again if the source has another key by now. */
  @Override
  public boolean refused(String token) {
    return !token().equals(token);
  }

  @Override
  public String toString() {
    return "ApiKey(from " + KeyFormat.place(source) + ")";
  }
}
