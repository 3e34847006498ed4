package cloud.finfusion.error;

import org.jspecify.annotations.Nullable;

/**
 * The call's deadline passed, or a wait that the call needs would have passed it. The cause is the
 * last error response, if one came.
 */
public class DeadlineExceededException extends FinFusionException {
  private static final long serialVersionUID = 1L;

  /** The sentence says what the call was doing when its time ran out. */
  public DeadlineExceededException(CallFacts facts, String sentence, @Nullable Throwable cause) {
    super(facts, sentence, cause);
  }
}
