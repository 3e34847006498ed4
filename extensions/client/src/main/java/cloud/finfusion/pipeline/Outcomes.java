package cloud.finfusion.pipeline;

import cloud.finfusion.error.Outcome;
import java.util.Set;

/** What an answer says of a call's effect. Pure. */
final class Outcomes {
  /**
   * Refusals of the operation itself: repeated with its key, a call that was done would not get
   * them.
   */
  private static final Set<Integer> DEFINITE = Set.of(400, 402, 404, 410, 422);

  private Outcomes() {}

  /** Whether the answer leaves open that the operation was done. */
  static boolean mayBeDone(int status, boolean keyed, boolean asksToWait) {
    boolean refused = status == 503 && asksToWait;
    return status == 408 || (status == 409 && keyed) || (status >= 500 && !refused);
  }

  /**
   * The outcome when this is the last answer; earlier attempts may have been done without an
   * answer.
   */
  static Outcome of(int status, boolean maybeDone) {
    if (status >= 200 && status < 300) {
      return Outcome.DONE;
    }
    return maybeDone && !DEFINITE.contains(status) ? Outcome.UNKNOWN : Outcome.REFUSED;
  }
}
