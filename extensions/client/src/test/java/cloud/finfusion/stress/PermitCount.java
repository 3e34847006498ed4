package cloud.finfusion.stress;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** What became of the permits that were granted. */
final class PermitCount {
  private static final int HELD = 0;
  private static final int USED = 1;
  private static final int RELEASED = 2;

  private final LongAdder granted = new LongAdder();
  private final LongAdder used = new LongAdder();
  private final LongAdder released = new LongAdder();
  private final LongAdder misused = new LongAdder();

  Permit granted() {
    granted.increment();
    return new Permit();
  }

  long total() {
    return granted.sum();
  }

  /** Those that an attempt used up. */
  long used() {
    return used.sum();
  }

  /** Those that were given back, some after they were used and nothing was sent after all. */
  long released() {
    return released.sum();
  }

  /** How often one was used twice, released twice, or used after its release. */
  long misused() {
    return misused.sum();
  }

  /** One of them. */
  final class Permit {
    private final AtomicInteger state = new AtomicInteger(HELD);

    void used() {
      if (state.compareAndSet(HELD, USED)) {
        used.increment();
      } else {
        misused.increment();
      }
    }

    void released() {
      switch (state.getAndSet(RELEASED)) {
        case HELD -> released.increment();
        case USED -> {
          used.decrement();
          released.increment();
        }
        default -> misused.increment();
      }
    }
  }
}
