package cloud.finfusion.auth;

/**
 * Where money is real and where it is not. Both are documented by the vendor and share one host:
 * the key decides, so a key of the other environment is refused before anything is sent.
 */
public enum Environment {
  /** Simulated responses, no money. Its keys start with {@code dev_}. */
  SANDBOX,
  /** Real money. Its keys start with {@code prod_}. */
  PRODUCTION
}
