package cloud.finfusion.internal.call;

import cloud.finfusion.internal.guard.Guard;
import cloud.finfusion.internal.permit.Permit;
import cloud.finfusion.internal.permit.PermitRefusal;
import cloud.finfusion.internal.permit.Permits;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The decision on a request for a permit. Sources may be foreign code: an exception, a null and a
 * failed future count as a refusal. All methods of a permit that decide are called here, outside of
 * any lock.
 *
 * @param permit the permit; null if there is none
 * @param readyIn the nanoseconds until it may be used
 * @param refusal why there is no permit; null if there is one
 */
record Grant(@Nullable Permit permit, long readyIn, @Nullable PermitRefusal refusal) {
  private static final String SOURCE = "a permit source";
  private static final PermitRefusal NO_PERMIT =
      new PermitRefusal(PermitRefusal.Reason.RATE, Duration.ZERO);

  /** Asks a source. The future fails or holds null if the source broke its contract. */
  static CompletableFuture<Permit> ask(Permits source, String operation, long maxWait) {
    CompletableFuture<Permit> asked = Guard.get(SOURCE, () -> source.reserve(operation, maxWait));
    return asked == null
        ? CompletableFuture.failedFuture(new IllegalStateException("no permit"))
        : asked;
  }

  /** Returns the decision of a source. */
  static Grant of(CompletableFuture<Permit> decided) {
    return of(decided.isCompletedExceptionally() ? null : decided.join());
  }

  static Grant of(@Nullable Permit permit) {
    if (permit == null) {
      return new Grant(null, 0, NO_PERMIT);
    }
    PermitRefusal refusal = Guard.get(SOURCE, permit::refusal);
    Long readyIn = Guard.get(SOURCE, permit::readyIn);
    Grant grant =
        new Grant(
            permit,
            readyIn == null ? 0 : readyIn,
            refusal == null && readyIn == null ? NO_PERMIT : refusal);
    if (refusal == null && readyIn == null) {
      grant.release();
    }
    return grant;
  }

  /** Releases the permit, which is not needed any more. */
  void release() {
    Permit granted = permit;
    if (granted != null) {
      Guard.run(SOURCE, granted::release);
    }
  }
}
