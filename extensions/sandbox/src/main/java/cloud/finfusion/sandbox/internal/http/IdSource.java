package cloud.finfusion.sandbox.internal.http;

import java.security.SecureRandom;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The source of one sandbox's ids: unpredictable, or the same in each run by a seed. Work that
 * creates ids runs within it, so that what creates them need not be handed the source.
 */
public final class IdSource {
  private static final SecureRandom UNPREDICTABLE = new SecureRandom();
  private static final ThreadLocal<@Nullable RandomGenerator> CURRENT = new ThreadLocal<>();

  private final RandomGenerator random;

  private IdSource(RandomGenerator random) {
    this.random = random;
  }

  public static IdSource unpredictable() {
    return new IdSource(UNPREDICTABLE);
  }

  public static IdSource ofSeed(long seed) {
    return new IdSource(new SplittableRandom(seed));
  }

  /** Runs work whose ids come from this source; only one thread may do so at a time. */
  public <T> T within(Supplier<T> work) {
    @Nullable RandomGenerator outer = CURRENT.get();
    CURRENT.set(random);
    try {
      return work.get();
    } finally {
      restore(outer);
    }
  }

  /** Runs work within this source that has no result. */
  public void run(Runnable work) {
    Object unused =
        within(
            () -> {
              work.run();
              return work;
            });
  }

  static RandomGenerator current() {
    @Nullable RandomGenerator random = CURRENT.get();
    return random == null ? UNPREDICTABLE : random;
  }

  private static void restore(@Nullable RandomGenerator outer) {
    if (outer == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(outer);
    }
  }
}
