package cloud.finfusion.error;

import org.jspecify.annotations.Nullable;

/**
 * The call was cancelled or its thread interrupted, or the client was closed. An interrupted thread
 * keeps its interrupt flag.
 */
public class CallCancelledException extends FinFusionException {
  private static final long serialVersionUID = 1L;

  /** The sentence says who ended it, and what that means. */
  public CallCancelledException(CallFacts facts, String sentence, @Nullable Throwable cause) {
    super(facts, sentence, cause);
  }
}
