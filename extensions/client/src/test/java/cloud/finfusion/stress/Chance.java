package cloud.finfusion.stress;

import java.io.IOException;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** What goes wrong by chance, until it rests. A seed repeats the choices, not the schedule. */
final class Chance {
  private final Random random;
  private volatile boolean rests;

  Chance(long seed) {
    random = new Random(seed);
  }

  /** From now on nothing goes wrong, or again as before. */
  void rest(boolean now) {
    rests = now;
  }

  boolean oneIn(int times) {
    return !rests && random.nextInt(times) == 0;
  }

  /** A number below the bound; the bound itself at rest. */
  int below(int bound) {
    return rests ? bound : random.nextInt(bound);
  }

  /** A time up to so many milliseconds. */
  long nanos(int mostMillis) {
    return 1L + random.nextInt((int) TimeUnit.MILLISECONDS.toNanos(mostMillis));
  }

  /** One in so many times, throws what nobody declares. */
  void mayThrow(int times) {
    if (oneIn(times)) {
      switch (random.nextInt(5)) {
        case 0 -> throw new StackOverflowError();
        case 1 -> throw new LinkageError();
        case 2 -> throw Chance.<RuntimeException>undeclared(new IOException());
        case 3 -> throw Chance.<RuntimeException>undeclared(new InterruptedException());
        default -> throw new IllegalStateException();
      }
    }
  }

  /** Throws a checked exception as Kotlin does. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  static <E extends Throwable> E undeclared(Throwable checked) throws E {
    throw (E) checked;
  }
}
