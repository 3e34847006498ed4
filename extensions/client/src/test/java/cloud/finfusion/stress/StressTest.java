package cloud.finfusion.stress;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Whatever fails and whoever ends what when, at the end every slot, permit, connection and thread
 * is back. Two seconds here, a minute by {@code -Drun=soak}; {@code -Dseed=} repeats the choices.
 */
@Tag("slow")
@Tag("stress")
@Isolated
class StressTest {
  private static final int SECONDS_OF_A_ROUND = 5;

  @Test
  void everythingIsBackAtTheEnd() throws Exception {
    int seconds = Integer.getInteger("stress.seconds", 2);
    long seed = Long.getLong("seed", new SecureRandom().nextInt());
    Table table = new Table(System.out, seed, seconds);
    List<String> violations = new ArrayList<>();
    for (int done = 0; done < seconds; done += SECONDS_OF_A_ROUND) {
      Duration storm = Duration.ofSeconds(Math.min(SECONDS_OF_A_ROUND, seconds - done));
      violations.addAll(round(seed + done, storm, table));
    }
    table.verdict(violations);

    assertThat(violations).as("seed %d", seed).isEmpty();
  }

  /** In a group of its own, which all threads of the round are in. */
  private static List<String> round(long seed, Duration storm, Table table) throws Exception {
    RoundThreads threads = new RoundThreads();
    FutureTask<List<String>> task =
        new FutureTask<>(
            () -> {
              try (Round round = new Round(threads, seed)) {
                List<String> violations = round.run(storm);
                table.row(round);
                return violations;
              }
            });
    new Thread(threads, task, "round").start();
    return task.get();
  }
}
