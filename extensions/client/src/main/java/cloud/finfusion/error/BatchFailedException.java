package cloud.finfusion.error;

import org.jspecify.annotations.Nullable;

/**
 * A batch of which not each item was done, thrown if asked for. The outcome is unknown if any item
 * may have been done; the cause is the first item's error.
 */
public class BatchFailedException extends FinFusionException {
  private static final long serialVersionUID = 1L;

  /** The sentence says how many items failed, may have been done or were skipped. */
  public BatchFailedException(CallFacts facts, String sentence, @Nullable Throwable cause) {
    super(facts, sentence, cause);
  }
}
