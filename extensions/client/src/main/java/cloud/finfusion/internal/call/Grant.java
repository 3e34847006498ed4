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
 * @param permit the permit, or the refusal
 * @param readyIn the nanoseconds until it may be used
 */
record Grant(Permit permit, long readyIn) {
  private static final String SOURCE = "a permit source";
  private static final Grant NO_PERMIT =
      new Grant(new PermitRefusal(PermitRefusal.Reason.RATE, Duration.ZERO), 0);

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
      return NO_PERMIT;
    }
    Long readyIn = Guard.get(SOURCE, permit::readyIn);
    if (readyIn == null) {
      Guard.run(SOURCE, permit::release);
      return NO_PERMIT;
    }
    return new Grant(permit, readyIn);
  }

  /** Returns why there is no permit; null if there is one. */
  @Nullable PermitRefusal refusal() {
    return permit.refusal();
  }

  /** Releases the permit, which is not needed any more. */
  void release() {
    Guard.run(SOURCE, permit::release);
  }
}
