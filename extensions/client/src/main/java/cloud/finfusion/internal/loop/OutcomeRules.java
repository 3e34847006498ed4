package cloud.finfusion.internal.loop;

import cloud.finfusion.error.Outcome;
import org.jspecify.annotations.Nullable;

/** What responses say of a call's effect. Pure. */
public final class OutcomeRules {
  private OutcomeRules() {}

  /**
   * Whether a status leaves open that the operation was done.
   *
   * @param keyed whether the request carried an idempotency key
   * @param asksToWait whether the response names a time to wait, which only a refusal does
   */
  public static boolean mayBeDone(int status, boolean keyed, boolean asksToWait) {
    boolean refused = status == 503 && asksToWait;
    return status == 408 || (status == 409 && keyed) || (status >= 500 && !refused);
  }

  /**
   * Whether a response proves that no earlier attempt with the same key was done: the API itself
   * refuses the operation, and would have repeated the result of one that was done. That something
   * does not exist proves nothing for a create or a delete, and a proxy's page proves nothing at
   * all.
   *
   * @param changesExisting whether the operation changes a resource that its path names
   * @param ofApi whether the response is the API's own word
   */
  public static boolean provesNotDone(int status, boolean changesExisting, boolean ofApi) {
    boolean onlyMissing = status == 404 || status == 410;
    boolean refusal = status == 400 || status == 402 || status == 422 || onlyMissing;
    return ofApi && refusal && (!onlyMissing || changesExisting);
  }

  /**
   * The outcome of a call that ended with this result.
   *
   * @param result the last attempt's; null if the call was ended early
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
