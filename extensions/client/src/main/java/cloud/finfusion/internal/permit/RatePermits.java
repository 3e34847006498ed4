package cloud.finfusion.internal.permit;

import cloud.finfusion.spi.PermitSource;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The permits of a plan. Passes what responses say of the limit to the source. */
public final class RatePermits implements Permits {
  /**
   * The longest pause that a Retry-After may impose on all callers of a plan; a decision of this
   * project.
   */
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

  private static final Duration FOREVER = Duration.ofNanos(Long.MAX_VALUE);

  private static final int MOST_DIGITS = 9;

  private final PermitSource source;

  /** Takes permits from this source. */
  public RatePermits(PermitSource source) {
    this.source = source;
  }

  @Override
  public String name() {
    return "rate";
  }

  @Override
  public CompletableFuture<Permit> reserve(String operation, long maxWait) {
    CompletableFuture<PermitSource.Reservation> asked =
        source.reserve(operation, Duration.ofNanos(maxWait)).toCompletableFuture();
    return asked.isDone() && !asked.isCompletedExceptionally()
        ? CompletableFuture.completedFuture(permit(asked.join()))
        : asked.thenApply(this::permit);
  }

  private Permit permit(PermitSource.Reservation reservation) {
    return reservation.granted()
        ? new RatePermit(reservation)
        : new PermitRefusal(
            PermitRefusal.Reason.RATE, Duration.ofNanos(nanos(reservation.readyIn())));
  }

  /**
   * Returns the nanoseconds. A null or too large duration throws, which is a refusal for the call.
   */
  private static long nanos(Duration readyIn) {
    return Math.max(0, readyIn.toNanos());
  }

  private void learn(AttemptEnd end) {
    Duration requested = end.retryAfter();
    if (end.status() == 429 && requested != null) {
      source.pause(requested.compareTo(LONGEST_PAUSE) < 0 ? requested : LONGEST_PAUSE);
    }
    if (isCount(end.remaining())) {
      source.sync(Long.parseLong(end.remaining()));
    }
  }

  private static boolean isCount(@Nullable String text) {
    if (text == null || text.isEmpty() || text.length() > MOST_DIGITS) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private final class RatePermit implements Permit {
    private final PermitSource.Reservation reservation;

    RatePermit(PermitSource.Reservation reservation) {
      this.reservation = reservation;
    }

    @Override
    public long readyIn() {
      return reservation.readyIn().toNanos();
    }

    @Override
    public long use() {
      Duration left = reservation.use();
      return left.compareTo(FOREVER) < 0 ? left.toNanos() : Long.MAX_VALUE;
    }

    @Override
    public void release() {
      reservation.release();
    }

    @Override
    public void attemptEnded(AttemptEnd end) {
      if (!end.sent()) {
        reservation.release();
      }
      learn(end);
    }
  }
}
