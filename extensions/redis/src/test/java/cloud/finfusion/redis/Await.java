package cloud.finfusion.redis;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what nobody announces. */
final class Await {
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(20);
  private static final long LONGEST = TimeUnit.SECONDS.toNanos(20);

  private Await() {}

  /** Returns when it is so; fails with what is seen instead. */
  static void until(BooleanSupplier state, Supplier<String> seen) {
    long start = System.nanoTime();
    while (!state.getAsBoolean()) {
      if (System.nanoTime() - start > LONGEST) {
        throw new AssertionError("not within 20 s: " + seen.get());
      }
      LockSupport.parkNanos(PAUSE);
    }
  }
}
