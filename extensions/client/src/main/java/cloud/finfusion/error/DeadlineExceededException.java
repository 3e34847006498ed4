package cloud.finfusion.error;

import org.jspecify.annotations.Nullable;

/**
 * The call's deadline passed, or a wait that it needs would pass it. The last answer, if one came,
 * is the cause.
 */
public class DeadlineExceededException extends FinFusionException {
  private static final long serialVersionUID = 1L;

  /** The sentence says what was being done when time ran out. */
  public DeadlineExceededException(CallFacts facts, String sentence, @Nullable Throwable cause) {
    super(facts, sentence, cause);
  }
}
