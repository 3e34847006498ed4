package cloud.finfusion.error;

import org.jspecify.annotations.Nullable;

/**
 * The connection failed: refused, not found, not secure, broken, or too slow. The cause is the
 * exception of the network.
 */
public class ConnectionException extends FinFusionException {
  private static final long serialVersionUID = 1L;

  /** The sentence says what was tried, what happened and what to do. */
  public ConnectionException(CallFacts facts, String sentence, @Nullable Throwable cause) {
    super(facts, sentence, cause);
  }
}
