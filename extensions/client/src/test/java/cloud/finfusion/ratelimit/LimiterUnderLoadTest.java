package cloud.finfusion.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Many threads at one limiter, on a clock that moves only when we say so. */
class LimiterUnderLoadTest {
  private static final int THREADS = 64;
  private static final long FOREVER = Duration.ofHours(1).toNanos();

  private final AtomicLong now = new AtomicLong();
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

  @AfterEach
  void end() {
    threads.shutdownNow();
  }

  @Test
  @DisplayName("C099 64 threads saturate the plan Standard for 10 s: 150 + 16 permits exactly")
  void saturated() throws Exception {
    RateLimiter limiter = RateLimiter.builder().clock(now::get).build();
    long admitted = 0;

    for (int tenth = 0; tenth <= 100; tenth++) {
      now.set(Duration.ofMillis(100L * tenth).toNanos());
      admitted += sum(THREADS, () -> Reservations.admittedNow(limiter));
    }

    assertThat(admitted).isEqualTo(166);
  }

  @Test
  @DisplayName(
      "C106 20 threads in a pause of 5 s: none goes in it, and no more than the burst after")
  void paused() throws Exception {
    RateLimiter limiter = RateLimiter.builder().clock(now::get).build();

    limiter.permitSource().pause(Duration.ofSeconds(5));
    long atFive = sum(20, () -> Reservations.reserve(limiter, FOREVER) == seconds(5) ? 1 : 0);
    now.set(seconds(5) - 1);
    long before = sum(20, () -> Reservations.admittedNow(limiter));
    now.set(seconds(5));
    long more = sum(20, () -> Reservations.admittedNow(limiter));

    assertThat(atFive).isEqualTo(20);
    assertThat(before).isZero();
    assertThat(atFive + more).isEqualTo(150);
  }

  @Test
  @DisplayName("C106 many short pauses in a row cost no more permits than one long pause")
  void pausedBitByBit() {
    RateLimiter limiter = RateLimiter.builder().clock(now::get).build();

    for (int i = 1; i <= 5000; i++) {
      limiter.permitSource().pause(Duration.ofMillis(i));
    }
    now.set(seconds(5));

    assertThat(limiter.remaining()).isEqualTo(150);
  }

  private long sum(int copies, Callable<Integer> task) throws Exception {
    long sum = 0;
    List<Future<Integer>> all = threads.invokeAll(Collections.nCopies(copies, task));
    for (Future<Integer> each : all) {
      sum += each.get();
    }
    return sum;
  }

  private static long seconds(long seconds) {
    return Duration.ofSeconds(seconds).toNanos();
  }
}
