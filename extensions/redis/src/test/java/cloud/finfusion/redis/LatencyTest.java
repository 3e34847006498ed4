package cloud.finfusion.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How long the reservation of a permit takes where threads wait for theirs, in turns with
 * Bucket4j's bucket; for a machine that does nothing else.
 */
@Tag("redis-latency")
class LatencyTest {
  private static final int ROUNDS = 3;
  private static final long MOST_MICROS = 5000;

  @Test
  void ninetyNineOfAHundredPermitsTakeAtMostFiveMilliseconds() {
    List<Long> ours = new ArrayList<>();
    for (int round = 1; round <= ROUNDS; round++) {
      measured(round, LoadSettings.Bucket.BUCKET4J);
      ours.add(LoadProcess.percentile(measured(round, LoadSettings.Bucket.OURS), 0.99));
    }

    assertThat(ours).allMatch(each -> each <= MOST_MICROS);
  }

  private static List<LoadProcess> measured(int round, LoadSettings.Bucket bucket) {
    try (RedisProcess redis = RedisProcess.launch()) {
      List<LoadProcess> instances =
          LoadTest.start(LoadSettings.waiting(redis).of(bucket).warmUp(10));
      LoadTest.report("round " + round + ", " + bucket, instances);
      return instances;
    }
  }
}
