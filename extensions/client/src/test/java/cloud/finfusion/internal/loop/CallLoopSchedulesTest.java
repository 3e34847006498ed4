package cloud.finfusion.internal.loop;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.error.Outcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Random calls on random schedules, others in each run; whatever happens, all promises of {@link
 * ScheduleOracle} and {@link ExpectedEnd} hold. {@code -Dseed=} runs those of a run again.
 */
class CallLoopSchedulesTest {
  private static final int SCHEDULES = 200_000;
  private static final long SEED = Long.getLong("seed", System.nanoTime());

  @Test
  void everyPromiseHoldsOnEverySchedule() {
    Set<@Nullable Object> ends = new HashSet<>();

    for (long seed = SEED; seed - SEED < SCHEDULES; seed++) {
      CallEnd end = run(seed);
      ends.add(end.outcome());
      ends.add(end.stop());
    }

    assertThat(ends).contains((Object[]) Outcome.values()).contains((Object[]) StopReason.values());
    assertThat(ends).contains((Object) null);
  }

  private static CallEnd run(long seed) {
    try {
      return new Schedule(new SplittableRandom(seed), null).run();
    } catch (Throwable broken) {
      throw new AssertionError("-Dseed=" + seed + "\n" + trace(seed), broken);
    }
  }

  private static String trace(long seed) {
    List<String> trace = new ArrayList<>();
    try {
      new Schedule(new SplittableRandom(seed), trace).run();
    } catch (Throwable again) {
      trace.add(String.valueOf(again.getMessage()));
    }
    return String.join("\n", trace);
  }
}
