package cloud.finfusion.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How long an admitted permit takes, in turns with Bucket4j; for a machine that does nothing else.
 */
@Tag("redis-latency")
class LatencyTest {
  private static final int ROUNDS = 3;
  private static final long MOST_MICROS = 5000;

  @Test
  void ninetyNineOfAHundredPermitsTakeAtMostFiveMilliseconds() {
    List<Long> ours = new ArrayList<>();
    for (int round = 1; round <= ROUNDS; round++) {
      measured("round " + round + ", Bucket4j", "bucket4j");
      ours.add(LoadProcess.percentile(measured("round " + round + ", ours", "ours"), 0.99));
    }

    assertThat(ours).allMatch(each -> each <= MOST_MICROS);
  }

  private static List<LoadProcess> measured(String name, String kind) {
    try (RedisProcess redis = RedisProcess.launch()) {
      List<LoadProcess> instances = LoadTest.start(redis, kind, 1);
      LoadTest.report(name, instances);
      return instances;
    }
  }
}
