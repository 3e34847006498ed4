package cloud.finfusion.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Four JVMs of eight threads at a plan of 600 a second, each for ten seconds. Where each must get
 * its quarter, threads wait for their permits: of threads that ask without pause the operating
 * system decides which asks more often.
 */
@Tag("redis-load")
@Execution(ExecutionMode.SAME_THREAD)
class LoadTest {
  private static final int JVMS = 4;
  static final int SECONDS = 10;
  static final long RATE = 600;
  static final long BURST = 150;
  private static final long BOUND = BURST + RATE * SECONDS;

  @Test
  void togetherTheyStartWhatThePlanAllows() {
    try (RedisProcess redis = RedisProcess.launch()) {
      List<LoadProcess> instances = start(LoadSettings.waiting(redis));

      report("four JVMs", instances);

      assertThat(admitted(instances)).isBetween(BOUND * 95 / 100, BOUND + ofShares(instances));
      assertFair(instances);
    }
  }

  @Test
  @DisplayName("C113 clocks two seconds apart, each JVM gets its quarter")
  void clocksApart() {
    try (RedisProcess redis = RedisProcess.launch()) {
      List<LoadProcess> instances =
          LoadProcess.startAll(
              IntStream.range(0, JVMS)
                  .mapToObj(each -> LoadSettings.waiting(redis).ahead(2 * each))
                  .toList());

      report("clocks two seconds apart", instances);

      assertThat(admitted(instances)).isBetween(BOUND * 95 / 100, BOUND + ofShares(instances));
      assertFair(instances);
    }
  }

  @Test
  void whenOneIsKilledTheOthersHaveThePlan() {
    try (RedisProcess redis = RedisProcess.launch()) {
      List<LoadProcess> instances = start(LoadSettings.asking(redis));

      LoadProcess killed = instances.get(0);
      killed.killAfter(SECONDS / 2);
      List<LoadProcess> others = instances.subList(1, JVMS);
      report("one of them killed half-way", others);

      long least = (BOUND - (BURST + RATE * SECONDS / 2) / JVMS) * 95 / 100;
      assertThat(admitted(others)).isBetween(least - BOUND * 5 / 100, BOUND);
    }
  }

  @Test
  void redisStandsStillForThreeSecondsInTheMiddle() {
    try (RedisProcess redis = RedisProcess.launch()) {
      List<LoadProcess> instances = start(LoadSettings.asking(redis));

      LoadProcess.later(SECONDS / 3, redis::pause);
      LoadProcess.later(SECONDS / 3 + 3, redis::resume);
      report("Redis paused for 3 s", instances);

      long shares = JVMS * (BURST / 4 + RATE / 4 * 4); // for 3 s and until the next probe
      assertThat(admitted(instances)).isBetween(BOUND * 95 / 100, BOUND + shares);
    }
  }

  @Test
  void leasesTakeNoMoreThanTheyMay() {
    int lease = 20;
    try (RedisProcess redis = RedisProcess.launch()) {
      List<LoadProcess> instances = start(LoadSettings.asking(redis).leases(lease));

      report("leases of 20", instances);

      assertThat(admitted(instances)).isBetween(BOUND * 95 / 100, BOUND + (long) JVMS * lease);
    }
  }

  static List<LoadProcess> start(LoadSettings settings) {
    return LoadProcess.startAll(Collections.nCopies(JVMS, settings));
  }

  private static long admitted(List<LoadProcess> instances) {
    return instances.stream().mapToLong(each -> each.latencies().size()).sum();
  }

  private static long ofShares(List<LoadProcess> instances) {
    return instances.stream().mapToLong(LoadProcess::ofShare).sum();
  }

  private static void assertFair(List<LoadProcess> instances) {
    long all = admitted(instances);
    assertThat(instances)
        .allMatch(each -> Math.abs(each.latencies().size() * 100.0 / all - 100.0 / JVMS) <= 5);
  }

  static void report(String name, List<LoadProcess> instances) {
    long admitted = admitted(instances);
    System.out.printf(
        "%s: %d permits, %.1f %% of %d, %d of local shares; shares %s; p50 %d µs, p99 %d µs%n",
        name,
        admitted,
        admitted * 100.0 / BOUND,
        BOUND,
        ofShares(instances),
        instances.stream().map(each -> each.latencies().size() * 100L / admitted + " %").toList(),
        LoadProcess.percentile(instances, 0.5),
        LoadProcess.percentile(instances, 0.99));
  }
}
