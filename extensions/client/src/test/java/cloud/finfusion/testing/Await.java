package cloud.finfusion.testing;

import java.lang.ref.WeakReference;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what nobody announces, and leaves the processor to who brings it about. */
public final class Await {
  private static final long PAUSE = TimeUnit.MICROSECONDS.toNanos(200);

  private Await() {}

  /** Returns when it is so. */
  public static void until(BooleanSupplier state) {
    long giveUpAt = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!state.getAsBoolean()) {
      if (System.nanoTime() - giveUpAt > 0) {
        throw new AssertionError("it did not come to that in 30 s");
      }
      LockSupport.parkNanos(PAUSE);
    }
  }

  /** Returns when nothing refers to the object any more. */
  public static void collected(WeakReference<?> object) {
    until(
        () -> {
          System.gc();
          return object.get() == null;
        });
  }
}
