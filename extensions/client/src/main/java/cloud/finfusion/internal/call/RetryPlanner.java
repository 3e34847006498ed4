package cloud.finfusion.internal.call;

import cloud.finfusion.internal.loop.AttemptResult;
import cloud.finfusion.internal.loop.RetryPlan;
import cloud.finfusion.internal.retry.RequestedDelay;
import cloud.finfusion.internal.retry.RetryBudget;
import cloud.finfusion.internal.retry.RetryDecision;
import cloud.finfusion.internal.retry.RetryDecision.End;
import cloud.finfusion.internal.time.Time;
import cloud.finfusion.retry.RetryOptions;
import java.time.Duration;
import java.util.Objects;
import java.util.function.DoubleSupplier;
import javax.net.ssl.SSLException;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** RETRY: decides on retries, within the budget of one client. */
public final class RetryPlanner {
  private final RetryOptions options;
  private final DoubleSupplier random;
  private final RetryDecision decision;
  private final RetryBudget budget;
  private final Time time;

  /** Plans by these options; the supplier returns numbers from 0 to below 1 for the jitter. */
  public RetryPlanner(RetryOptions options, DoubleSupplier random, Time time) {
    this(options, random, time, RetryBudget.of(options));
  }

  private RetryPlanner(RetryOptions options, DoubleSupplier random, Time time, RetryBudget budget) {
    this.options = options;
    this.random = random;
    this.decision = new RetryDecision(options, random);
    this.budget = budget;
    this.time = time;
  }

  /** Returns a planner by other options; an equal budget is the same budget. */
  public RetryPlanner with(RetryOptions changed) {
    boolean same =
        Objects.equals(options.budgetRatio(), changed.budgetRatio())
            && options.budgetReserve() == changed.budgetReserve();
    return new RetryPlanner(changed, random, time, same ? budget : RetryBudget.of(changed));
  }

  /** Returns the plan of one call. */
  RetryPlan of(CallContext context) {
    return new RetryPlan() {
      @Override
      public long delay(AttemptResult result, int retries, long left) {
        return RetryPlanner.this.delay(context, result, retries, left);
      }

      @Override
      public boolean pay() {
        return budget.payRetry();
      }
    };
  }

  /**
   * Returns how long to wait before items that were refused with this status are sent again; null
   * if they are not. Items have keys, so that sending them twice does no harm.
   */
  @Nullable Duration itemDelay(int status, int retries, Duration left) {
    Duration delay =
        decision.after(
            new RetryDecision.Attempt(retries + 1, End.RESPONDED, status, true, true, null, left));
    return delay != null && budget.payRetry() ? delay : null;
  }

  /** Counts a call, which adds to the budget. */
  void callMade() {
    budget.callMade();
  }

  /** Returns how many retries the budget allows now; null for any number. */
  public @Nullable Double budget() {
    return budget.left();
  }

  private long delay(CallContext context, AttemptResult result, int retries, long left) {
    boolean conflict = result.status() == 409 && !result.mayBeDone();
    boolean bodyIsGone = context.isSentOnce() && result.sent();
    if (result.isSuccess() || result.isLocal() || conflict || bodyIsGone) {
      return RetryPlan.NEVER;
    }
    Duration delay =
        decision.after(
            new RetryDecision.Attempt(
                retries + 1,
                end(result),
                result.status(),
                context.repeatable(),
                context.idempotencyKey() != null,
                requested(result.response()),
                Duration.ofNanos(left)));
    return delay == null ? RetryPlan.NEVER : delay.toNanos();
  }

  private @Nullable Duration requested(@Nullable Response response) {
    return response == null ? null : RequestedDelay.of(response, time);
  }

  private static End end(AttemptResult result) {
    if (result.status() > 0) {
      return End.RESPONDED;
    }
    if (result.sent()) {
      return End.BROKEN;
    }
    boolean hopeless =
        result.failure() instanceof SSLException || result.failure() instanceof ProxyLoginException;
    return hopeless ? End.NOT_SECURE : End.NOT_SENT;
  }
}
