package cloud.finfusion.internal.loop;

import cloud.finfusion.error.Outcome;
import org.jspecify.annotations.Nullable;

/** The rules for what responses prove of a call's effect. Pure. */
public final class OutcomeRules {
  private OutcomeRules() {}

  /**
   * Returns whether the operation may have been done although this status came.
   *
   * @param keyed whether the request carried an idempotency key
   * @param asksToWait whether the response names a time to wait, which only a refusal does
   */
  public static boolean mayBeDone(int status, boolean keyed, boolean asksToWait) {
    boolean refused = status == 503 && asksToWait;
    return status == 408 || (status == 409 && keyed) || (status >= 500 && !refused);
  }

  /**
   * Returns whether a response proves that no earlier attempt with the same key succeeded: the API
   * itself refused the operation, and would have repeated the result of an earlier success. That a
   * resource does not exist proves nothing for a create or a delete, and a proxy's page proves
   * nothing at all.
   *
   * @param missingIsFinal whether the operation reads, or changes a resource that its path names
   * @param ofApi whether the API itself made the response
   */
  public static boolean provesNotDone(int status, boolean missingIsFinal, boolean ofApi) {
    boolean onlyMissing = status == 404 || status == 410;
    boolean refusal = status == 400 || status == 402 || status == 422 || onlyMissing;
    return ofApi && refusal && (!onlyMissing || missingIsFinal);
  }

  /**
   * Returns the outcome of a call that ended with this result.
   *
   * @param result the result of the last attempt; null if the call was ended early
   * @param mayBeDone whether any attempt may have been done
   * @param responded whether any attempt had a response
   */
  static Outcome of(@Nullable AttemptResult result, boolean mayBeDone, boolean responded) {
    if (result != null && result.isSuccess()) {
      return Outcome.DONE;
    }
    if (result != null && result.provesNotDone()) {
      return Outcome.REFUSED;
    }
    if (mayBeDone) {
      return Outcome.UNKNOWN;
    }
    return responded ? Outcome.REFUSED : Outcome.NOT_SENT;
  }
}
