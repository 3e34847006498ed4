package cloud.finfusion.auth;

/**
 * Whether money is real. The vendor documents both environments on one host, where the key decides;
 * a key of the other environment is therefore refused before anything is sent.
 */
public enum Environment {
  /** Simulated responses, no money. Its keys start with {@code dev_}. */
  SANDBOX,
  /** Real money. Its keys start with {@code prod_}. */
  PRODUCTION
}
