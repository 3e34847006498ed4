package cloud.finfusion.redis;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.ratelimit.RateLimiter;
import cloud.finfusion.spi.PermitSource;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Permits that an instance takes before it needs them. */
class LeaseTest {
  private static final int SIZE = 10;

  private static RedisProcess redis;

  private final AtomicLong now = new AtomicLong();

  @BeforeAll
  static void start() {
    redis = RedisProcess.launch();
  }

  @AfterAll
  static void stop() {
    redis.close();
  }

  private PermitSource leasing(FinFusionRedis connection) {
    RateLimiter plan = RateLimiter.builder().clock(now::get).build();
    return TestPermits.at(connection, plan, SIZE, now::get);
  }

  @Test
  void tenPermitsCostOneRoundTrip() {
    try (FinFusionRedis connection = redis.connect("round-trips")) {
      PermitSource permits = leasing(connection);
      TestPermits.reserve(permits, Duration.ZERO);
      TestRedis.run(redis, commands -> commands.del(connection.keys().bucket("", 1)));

      for (int i = 1; i < SIZE; i++) {
        assertThat(TestPermits.ask(permits).toCompletableFuture()).isDone();
      }

      assertThat(bucketIn(connection)).isFalse();
      TestPermits.reserve(permits, Duration.ZERO);
      assertThat(bucketIn(connection)).isTrue();
    }
  }

  private static boolean bucketIn(FinFusionRedis connection) {
    return TestRedis.command(redis, all -> all.exists(connection.keys().bucket("", 1))) == 1;
  }

  @Test
  void instancesTogetherStartNoMoreThanThePlanAndOneLeaseEach() {
    try (FinFusionRedis one = redis.connect("bound");
        FinFusionRedis other = redis.connect("bound")) {
      PermitSource first = leasing(one);
      PermitSource second = leasing(other);

      int started = 0;
      for (int second10th = 0; second10th < 100; second10th++) {
        started += TestPermits.drain(first) + TestPermits.drain(second);
        now.addAndGet(Duration.ofMillis(100).toNanos());
      }

      assertThat(started).isBetween(165, 166 + 2 * SIZE);
    }
  }

  @Test
  void aLeaseThatWasNotUsedIsReturnedWithTheNextRequest() {
    try (FinFusionRedis one = redis.connect("returned");
        FinFusionRedis other = redis.connect("returned")) {
      PermitSource first = leasing(one);
      PermitSource second = leasing(other);
      TestPermits.reserve(first, Duration.ZERO);
      TestPermits.drain(second);
      now.addAndGet(Duration.ofSeconds(1).toNanos()); // one more permit, and the lease ends

      TestPermits.reserve(first, Duration.ZERO);
      int left = TestPermits.drain(first) + TestPermits.drain(second);

      assertThat(left).isEqualTo(SIZE - 1);
    }
  }

  @Test
  void aPermitOfALeaseWaitsForTheServersPauseToo() {
    try (FinFusionRedis connection = redis.connect("paused")) {
      PermitSource permits = leasing(connection);
      TestPermits.reserve(permits, Duration.ZERO);

      permits.pause(Duration.ofSeconds(5));

      assertThat(TestPermits.reserve(permits, Duration.ZERO).granted()).isFalse();
      assertThat(TestPermits.reserve(permits, Duration.ofMinutes(1)).readyIn())
          .isEqualTo(Duration.ofSeconds(5));
    }
  }

  @Test
  void whatIsLeftOfALeaseMayStartNow() {
    try (FinFusionRedis connection = redis.connect("left")) {
      PermitSource permits = leasing(connection);
      TestPermits.reserve(permits, Duration.ZERO);

      assertThat(permits.remaining()).isEqualTo(149);
      TestPermits.drain(permits);
      assertThat(permits.remaining()).isZero();
    }
  }
}
