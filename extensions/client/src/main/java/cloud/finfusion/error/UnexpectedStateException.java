package cloud.finfusion.error;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * The resource reached a final state that was not waited for, so that waiting longer would be in
 * vain.
 */
public class UnexpectedStateException extends WaitException {
  private static final long serialVersionUID = 1L;

  private final boolean failure;

  /**
   * A resource in its final state.
   *
   * @param field the field that says the state, as {@code status}
   * @param expected the states that were waited for
   * @param failure whether the specification counts the state as a failure
   */
  public UnexpectedStateException(
      CallFacts facts,
      String field,
      Collection<String> expected,
      String state,
      boolean failure,
      @Nullable Object resource) {
    super(
        facts,
        field
            + " is "
            + shown(state)
            + (failure ? ", a failure" : "")
            + ", which is final; expected "
            + shown(expected)
            + ". Waiting longer does not change it.",
        state,
        resource,
        null);
    this.failure = failure;
  }

  /** Returns whether the specification counts the state as a failure, as {@code canceled}. */
  public boolean isFailure() {
    return failure;
  }
}
