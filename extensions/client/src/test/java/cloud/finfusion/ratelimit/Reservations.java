package cloud.finfusion.ratelimit;

import cloud.finfusion.spi.PermitSource;
import cloud.finfusion.spi.PermitSource.Reservation;
import java.time.Duration;

/** Asks a limiter for permits as calls do. */
public final class Reservations {
  /** No permit in time. */
  public static final long REFUSED = -1;

  private Reservations() {}

  /** The source from which a limiter's permits come. */
  public static PermitSource source(RateLimiter limiter) {
    return limiter.permitSource();
  }

  /** What came of a request for one permit. */
  public static Reservation reservation(RateLimiter limiter, long longest) {
    return limiter
        .permitSource()
        .reserve("payments.create", Duration.ofNanos(longest))
        .toCompletableFuture()
        .join();
  }

  /** The nanoseconds until the permit may be used, or {@link #REFUSED}. */
  public static long reserve(RateLimiter limiter, long longest) {
    Reservation reservation = reservation(limiter, longest);
    return reservation.granted() ? reservation.readyIn().toNanos() : REFUSED;
  }

  /** How many permits may be used now; takes them. */
  public static int admittedNow(RateLimiter limiter) {
    int admitted = 0;
    while (reserve(limiter, 0) == 0) {
      admitted++;
    }
    return admitted;
  }
}
