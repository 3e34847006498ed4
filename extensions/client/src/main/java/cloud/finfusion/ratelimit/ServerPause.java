package cloud.finfusion.ratelimit;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.LongUnaryOperator;

/** The time in which a server wants nobody to start: it said 429 to one who shares the plan. */
final class ServerPause {
  private final LongSupplier clock;
  private final AtomicLong until = new AtomicLong();
  private final AtomicLong inAll = new AtomicLong();

  ServerPause(LongSupplier clock) {
    this.clock = clock;
  }

  /** The nanoseconds until it is over; 0 if there is none. */
  long left() {
    return Math.max(0, until.get() - clock.getAsLong());
  }

  /**
   * Makes it last as long as the server wishes, if it does not already.
   *
   * @param permitsIn how many permits come in so many nanoseconds
   * @return how many come in the time that was added. Counted over all pauses together, so that
   *     short ones lose no fraction of a permit.
   */
  long extend(Duration requested, LongUnaryOperator permitsIn) {
    long now = clock.getAsLong();
    long end = now + requested.toNanos();
    long before = until.getAndAccumulate(end, Math::max);
    long longer = Math.max(0, end - Math.max(now, before));
    long paused = inAll.getAndAdd(longer);
    return permitsIn.applyAsLong(paused + longer) - permitsIn.applyAsLong(paused);
  }
}
