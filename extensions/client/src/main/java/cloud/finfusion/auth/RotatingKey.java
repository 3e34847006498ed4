package cloud.finfusion.auth;

import org.jspecify.annotations.Nullable;

/**
 * An API key that is replaced while calls are under way. Both keys belong to one account. The new
 * key signs each attempt that starts after {@link #rotateTo}. If the server refuses it with 401, as
 * a key that is not known everywhere yet, the call is tried once more with the old key, which then
 * signs until the server refuses that one, as at the end of its grace period. Thread-safe.
 *
 * <pre>{@code
 * RotatingKey key = RotatingKey.of(System.getenv("FINFUSION_API_KEY"));
 * FinFusion client = FinFusion.builder().credential(key).build();
 * ApiKey next = client.apiKeys().rotate("key_123", twoDaysOfGrace);
 * key.rotateTo(next.key());
 * }</pre>
 */
public final class RotatingKey implements Credential {
  private transient volatile KeyState keys; // transient: no secret where fields are printed

  private RotatingKey(KeyState keys) {
    this.keys = keys;
  }

  /**
   * Returns a credential that starts with this key.
   *
   * @throws cloud.finfusion.error.ConfigurationException if the text cannot be a key
   */
  public static RotatingKey of(String key) {
    return new RotatingKey(new KeyState(KeyFormat.checked(key), null));
  }

  /**
   * Replaces the key and keeps the old one for the time in which the server accepts both. The same
   * key again changes nothing.
   *
   * @throws cloud.finfusion.error.ConfigurationException if the text cannot be a key; nothing
   *     changes
   */
  public synchronized void rotateTo(String key) {
    String checked = KeyFormat.checked(key);
    if (!checked.equals(keys.active)) {
      keys = new KeyState(checked, keys.active);
    }
  }

  @Override
  public String token() {
    return keys.active;
  }

  @Override
  public synchronized boolean refused(String token) {
    String other = keys.other;
    if (token.equals(keys.active) && other != null) {
      keys = new KeyState(other, token);
    }
    return !token.equals(keys.active);
  }

  @Override
  public String owner(String token) {
    return "rotating"; // both keys belong to one account
  }

  @Override
  public String toString() {
    return KeyFormat.shown(keys.active);
  }

  private static final class KeyState {
    private final transient String active;
    private final transient @Nullable String other;

    KeyState(String active, @Nullable String other) {
      this.active = active;
      this.other = other;
    }
  }
}
