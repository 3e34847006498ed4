package cloud.finfusion.stress;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** What was found not to hold. */
final class Violations {
  private static final Duration LONGEST = Duration.ofSeconds(15);

  private final List<String> found = new ArrayList<>();

  List<String> found() {
    return List.copyOf(found);
  }

  void require(boolean holds, String violation) {
    if (!holds) {
      found.add(violation);
    }
  }

  void none(String what, long count) {
    require(count == 0, what + ": " + count);
  }

  void equal(String one, long ofOne, String other, long ofOther) {
    require(ofOne == ofOther, one + " " + ofOne + ", but " + other + " " + ofOther);
  }

  /** Waits for what nobody announces; it is one if it does not come to that. */
  void comesTo(BooleanSupplier state, String violation) {
    long giveUpAt = System.nanoTime() + LONGEST.toNanos();
    while (!state.getAsBoolean() && System.nanoTime() - giveUpAt < 0) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
    }
    require(state.getAsBoolean(), violation);
  }
}
