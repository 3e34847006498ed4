package cloud.finfusion.redis;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.ratelimit.RateLimiter;
import cloud.finfusion.spi.PermitSource;
import cloud.finfusion.spi.PermitSource.Reservation;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Two instances at one bucket, on a clock that moves only when we say so. */
@TestInstance(Lifecycle.PER_METHOD)
class SharedPermitsTest {
  private static final Duration HOUR = Duration.ofHours(1);

  private static RedisProcess redis;

  private final AtomicLong now = new AtomicLong();
  private FinFusionRedis one;
  private FinFusionRedis other;

  @BeforeAll
  static void start() {
    redis = RedisProcess.launch();
  }

  @AfterAll
  static void stop() {
    redis.close();
  }

  @BeforeEach
  void connect(TestInfo test) {
    String prefix = test.getTestMethod().orElseThrow().getName();
    one = redis.connect(prefix);
    other = redis.connect(prefix);
  }

  @AfterEach
  void close() {
    one.close();
    other.close();
  }

  private static RateLimiter plan(LongSupplier clock) {
    return RateLimiter.builder().clock(clock).build();
  }

  private PermitSource permits(FinFusionRedis connection) {
    return TestPermits.at(connection, plan(now::get), now::get);
  }

  private void passes(Duration time) {
    now.addAndGet(time.toNanos());
  }

  @Test
  void twoInstancesTakeFromOneBurst() {
    PermitSource first = permits(one);
    PermitSource second = permits(other);

    int taken = 0;
    for (int i = 0; i < 100; i++) {
      taken += TestPermits.reserve(first, Duration.ZERO).granted() ? 1 : 0;
      taken += TestPermits.reserve(second, Duration.ZERO).granted() ? 1 : 0;
    }

    assertThat(taken).isEqualTo(150);
    assertThat(second.remaining()).isZero();
    assertThat(second.retryAfter()).isEqualTo(Duration.ofMillis(600));
  }

  @Test
  @DisplayName("C100 a permit that takes longer than a call can wait is not taken from the others")
  void longWait() {
    PermitSource first = permits(one);
    PermitSource second = permits(other);
    TestPermits.drain(first);

    Reservation refused = TestPermits.reserve(first, Duration.ofMillis(599));
    Reservation granted = TestPermits.reserve(second, Duration.ofMillis(600));
    Reservation next = TestPermits.reserve(first, Duration.ofMinutes(1));

    assertThat(refused.granted()).isFalse();
    assertThat(refused.readyIn()).isEqualTo(Duration.ofMillis(600));
    assertThat(granted.granted()).isTrue();
    assertThat(granted.readyIn()).isEqualTo(Duration.ofMillis(600));
    assertThat(next.readyIn()).isEqualTo(Duration.ofMillis(1200));
  }

  @Test
  void aWaitingPermitIsUsedWhenItIsReady() {
    PermitSource permits = permits(one);
    TestPermits.drain(permits);
    Reservation waiting = TestPermits.reserve(permits, HOUR);

    passes(Duration.ofMillis(200));
    Duration left = waiting.use();
    passes(Duration.ofMillis(400));

    assertThat(left).isEqualTo(Duration.ofMillis(400));
    assertThat(waiting.use()).isZero();
  }

  @Test
  void aReleasedPermitIsForAll() {
    PermitSource first = permits(one);
    PermitSource second = permits(other);
    Reservation unused = TestPermits.reserve(first, Duration.ZERO);
    TestPermits.drain(first);

    unused.release();

    Await.until(
        () -> TestPermits.reserve(second, Duration.ZERO).granted(),
        () -> "remaining " + second.remaining());
    assertThat(TestPermits.drain(second)).isZero();
  }

  @Test
  @DisplayName("C106 the server's pause is for all instances, and no burst follows it")
  void pauseForAll() {
    PermitSource first = permits(one);
    PermitSource second = permits(other);
    TestPermits.drain(first);

    first.pause(Duration.ofSeconds(5));
    Await.until(
        () ->
            TestPermits.reserve(second, Duration.ZERO).readyIn().compareTo(Duration.ofSeconds(5))
                >= 0,
        () -> "ready in " + second.retryAfter());
    passes(Duration.ofSeconds(5));

    assertThat(TestPermits.drain(second)).isZero();
    passes(Duration.ofMillis(600));
    assertThat(TestPermits.drain(second)).isEqualTo(1);
  }

  @Test
  void permitsThatAreReleasedDuringThePauseDoNotEndIt() {
    RateLimiter slow = RateLimiter.builder().maxRequests(1).clock(now::get).build();
    PermitSource first = TestPermits.at(one, slow, now::get);
    List<Reservation> unused =
        Stream.generate(() -> TestPermits.reserve(first, Duration.ZERO)).limit(6).toList();
    passes(Duration.ofMinutes(6)); // it is full again

    first.pause(Duration.ofMinutes(5));
    unused.forEach(Reservation::release);
    TestPermits.drain(TestPermits.at(one, slow, now::get)); // after the releases
    Reservation refused = TestPermits.reserve(TestPermits.at(other, slow, now::get), Duration.ZERO);

    assertThat(refused.granted()).isFalse();
    assertThat(refused.readyIn()).isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void anInstanceKeepsToAPauseThatRedisLost() {
    PermitSource permits = permits(one);
    TestPermits.reserve(permits, Duration.ZERO);
    permits.pause(Duration.ofSeconds(5));
    TestPermits.drain(permits(one)); // after the pause

    TestRedis.command(redis, commands -> commands.del(one.keys().bucket("", 1)));
    Reservation refused = TestPermits.reserve(permits, Duration.ofSeconds(4));
    Reservation granted = TestPermits.reserve(permits, Duration.ofSeconds(5));

    assertThat(refused.granted()).isFalse();
    assertThat(refused.readyIn()).isEqualTo(Duration.ofSeconds(5));
    assertThat(granted.readyIn()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void theServersCountIsForAll() {
    PermitSource first = permits(one);
    PermitSource second = permits(other);

    first.sync(4);
    first.sync(9);

    Await.until(() -> first.remaining() == 4, () -> "remaining " + first.remaining());
    assertThat(TestPermits.drain(second)).isEqualTo(4);
  }

  @Test
  @DisplayName("C108 accounts have permits of their own, whichever limiter they come from")
  void accounts() {
    PermitSource first = permits(one).account("acct_1");
    PermitSource same = permits(other).account("acct_1");
    PermitSource another = permits(one).account("acct_2");

    assertThat(TestPermits.drain(first)).isEqualTo(150);
    assertThat(TestPermits.drain(same)).isZero();
    assertThat(TestPermits.drain(another)).isEqualTo(150);
  }

  @Test
  @DisplayName("C113 instances whose clocks are an hour apart get the same")
  void clocksApart() {
    PermitSource early = TestPermits.at(one, plan(() -> now.get() + HOUR.toNanos()), now::get);
    PermitSource late = TestPermits.at(other, plan(() -> now.get() - HOUR.toNanos()), now::get);
    TestPermits.drain(early);

    int ofEarly = 0;
    int ofLate = 0;
    for (int i = 0; i < 100; i++) {
      passes(Duration.ofMillis(1200));
      ofEarly += TestPermits.reserve(early, Duration.ZERO).granted() ? 1 : 0;
      ofLate += TestPermits.reserve(late, Duration.ZERO).granted() ? 1 : 0;
    }

    assertThat(ofEarly).isEqualTo(100);
    assertThat(ofLate).isEqualTo(100);
  }

  @Test
  @DisplayName("C104 a server whose clock is set back neither freezes the plan nor grants a burst")
  void serverClockSetBack() {
    AtomicLong server = new AtomicLong(HOUR.toNanos() * 2);
    PermitSource permits = TestPermits.at(one, plan(now::get), server::get);
    TestPermits.drain(permits);

    server.set(HOUR.toNanos());
    assertThat(TestPermits.drain(permits)).isZero();
    server.addAndGet(Duration.ofMillis(1200).toNanos());

    assertThat(TestPermits.drain(permits)).isEqualTo(2);
  }

  @Test
  void aServerWhoseClockIsAnHourAheadOfTheLastOneGrantsPermits() {
    AtomicLong server = new AtomicLong();
    PermitSource permits = TestPermits.at(one, plan(now::get), server::get);
    assertThat(TestPermits.reserve(permits, Duration.ZERO).granted()).isTrue();

    server.set(HOUR.toNanos());

    assertThat(TestPermits.reserve(permits, Duration.ZERO).granted()).isTrue();
    assertThat(one.isAvailable()).isTrue();
  }

  @Test
  @DisplayName("C118 a bucket that Redis lost is as full as the instance knows it to be")
  void lost() {
    PermitSource permits = permits(one);
    TestPermits.drain(permits);
    passes(Duration.ofMillis(1800));

    TestRedis.command(redis, commands -> commands.del(one.keys().bucket("", 1)));

    assertThat(TestPermits.drain(permits)).isEqualTo(3);
  }

  @Test
  void anInstanceThatKnowsNothingOfALostBucketGetsOneBurst() {
    TestPermits.drain(permits(one));

    TestRedis.command(redis, commands -> commands.del(one.keys().bucket("", 1)));

    assertThat(TestPermits.drain(permits(other))).isEqualTo(150);
  }
}
