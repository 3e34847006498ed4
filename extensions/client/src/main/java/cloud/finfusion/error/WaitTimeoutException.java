package cloud.finfusion.error;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * The time to wait was over, or too short for the delay that the server asked for, before the
 * resource reached the state. The cause is the error of the last read, if that failed.
 */
public class WaitTimeoutException extends WaitException {
  private static final long serialVersionUID = 1L;

  /**
   * A resource that is not yet in the state.
   *
   * @param field the field that says the state, as {@code status}
   * @param expected the states that were waited for
   * @param state the last state that was read; null if none was
   */
  public WaitTimeoutException(
      CallFacts facts,
      String field,
      Collection<String> expected,
      @Nullable String state,
      @Nullable Object resource,
      @Nullable Throwable cause) {
    super(
        facts,
        field
            + " is still "
            + shown(state)
            + " after "
            + facts.elapsed().toMillis()
            + " ms; expected "
            + shown(expected)
            + (cause == null ? "" : ", and the last read failed")
            + ". Wait again, or raise the timeout.",
        state,
        resource,
        cause);
  }
}
