package cloud.finfusion.ratelimit;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.LongUnaryOperator;

/** The pause that a server asked for with a 429, for all callers that share the plan. */
final class ServerPause {
  private final LongSupplier clock;
  private final AtomicLong until = new AtomicLong(); // 0 until the first pause
  private final AtomicLong inAll = new AtomicLong();

  ServerPause(LongSupplier clock) {
    this.clock = clock;
  }

  /** The nanoseconds until the pause is over; 0 if there is none. */
  long left() {
    long end = until.get();
    return end == 0 ? 0 : Math.max(0, end - clock.getAsLong());
  }

  /**
   * Extends the pause to the requested length, unless it lasts as long already.
   *
   * @param permitsIn the number of permits that a time in nanoseconds brings
   * @return the number of permits in the added time, counted over all pauses together so that short
   *     pauses lose no fraction of a permit
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
