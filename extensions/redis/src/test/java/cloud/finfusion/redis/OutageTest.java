package cloud.finfusion.redis;

import static io.lettuce.core.protocol.CommandType.EVALSHA;
import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.ratelimit.RateLimiter;
import cloud.finfusion.spi.PermitSource;
import cloud.finfusion.spi.PermitSource.Reservation;
import io.lettuce.core.AclSetuserArgs;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.Arguments.ArgumentSet;
import org.junit.jupiter.params.provider.MethodSource;

/** A Redis that stands still, is gone or refuses, each a real one of its own. */
@Tag("slow")
class OutageTest {
  private static final int SHARE = 37; // a quarter of the burst

  private final RedisProcess redis = RedisProcess.launch();
  private final FinFusionRedis connection = redis.connect("finfusion");
  private final PermitSource permits = RedisRateLimiter.builder(connection).build().permitSource();

  @AfterEach
  void close() {
    connection.close();
    redis.close();
  }

  private void connected() {
    untilAvailable(permits);
  }

  private static void untilAvailable(PermitSource permits) {
    Await.until(
        () -> {
          TestPermits.reserve(permits, Duration.ZERO).release();
          return !permits.degraded();
        },
        () -> "still degraded");
  }

  @Test
  @DisplayName("C115 Redis is down at the start: a quarter of the plan, and Redis once it is there")
  void downAtStart() {
    redis.kill();
    try (FinFusionRedis late = FinFusionRedis.builder().uri(redis.uri()).build()) {
      PermitSource limited = RedisRateLimiter.builder(late).build().permitSource();

      assertThat(TestPermits.drain(limited)).isEqualTo(SHARE);
      assertThat(limited.degraded()).isTrue();
      assertThat(late.isAvailable()).isFalse();
      redis.start();
      untilAvailable(limited);

      assertThat(TestPermits.drain(limited)).isGreaterThanOrEqualTo(140);
    }
  }

  @Test
  @DisplayName("C115 Redis is killed: its share, without waiting once that is known")
  void killed() {
    connected();

    redis.kill();
    TestPermits.reserve(permits, Duration.ZERO);
    List<CompletionStage<Reservation>> asked =
        Stream.generate(() -> TestPermits.ask(permits)).limit(10).toList();

    assertThat(asked).allMatch(each -> each.toCompletableFuture().isDone());
    assertThat(permits.degraded()).isTrue();
    assertThat(permits.remaining()).isEqualTo(SHARE - 11);
    redis.start();
    untilAvailable(permits);
  }

  @Test
  @DisplayName("C115 Redis stands still: nobody waits once that is known, and no permit is lost")
  void paused() {
    connected();
    try (FinFusionRedis quick = FinFusionRedis.builder().uri(redis.uri()).build()) {
      PermitSource waiting = RedisRateLimiter.builder(quick).build().permitSource();
      untilAvailable(waiting);

      redis.pause();
      List<CompletionStage<Reservation>> asked =
          Stream.generate(() -> TestPermits.ask(waiting)).limit(30).toList();
      asked.forEach(each -> assertThat(each.toCompletableFuture().join().granted()).isTrue());
      assertThat(TestPermits.ask(waiting).toCompletableFuture()).isDone();
      redis.resume();
      untilAvailable(waiting);
    }

    assertThat(TestPermits.drain(permits)).isGreaterThanOrEqualTo(140);
  }

  @Test
  void aRequestThatRedisExecutesTooLateTakesNoPermit() {
    connected();
    try (FinFusionRedis quick = FinFusionRedis.builder().uri(redis.uri()).build()) {
      PermitSource waiting = RedisRateLimiter.builder(quick).build().permitSource();
      untilAvailable(waiting);
      redis.pause();
      Stream.generate(() -> TestPermits.ask(waiting))
          .limit(30)
          .toList()
          .forEach(each -> each.toCompletableFuture().join());
    } // so that nobody returns what comes late

    theClockPasses(Duration.ofMillis(250));
    redis.resume();

    assertThat(TestPermits.drain(permits)).isGreaterThanOrEqualTo(140);
  }

  @Test
  void aPermitWhoseResponseComesTooLateIsReturned() throws Exception {
    connected();
    try (HoldingProxy proxy = new HoldingProxy(redis);
        FinFusionRedis slow = FinFusionRedis.builder().uri(proxy.uri()).build()) {
      RateLimiter plan = RateLimiter.builder().maxRequests(1).build(); // the time adds none
      PermitSource waiting = RedisRateLimiter.builder(slow).plan(plan).build().permitSource();
      untilAvailable(waiting);

      proxy.hold();
      List<CompletionStage<Reservation>> asked =
          Stream.generate(() -> TestPermits.ask(waiting)).limit(30).toList();
      Await.until(() -> TestPermits.left(redis) <= 120, () -> "Redis was not asked");
      asked.forEach(each -> assertThat(each.toCompletableFuture().join().granted()).isTrue());
      proxy.letThrough();

      Await.until(() -> TestPermits.left(redis) >= 140, () -> "permits are lost");
    }
  }

  @Test
  void aConnectionThatTakesLongToOpenIsUsedAsSoonAsItIsOpen() throws Exception {
    try (HoldingProxy proxy = new HoldingProxy(redis)) {
      proxy.hold();
      try (FinFusionRedis slow = FinFusionRedis.builder().uri(proxy.uri()).build()) {
        PermitSource waiting = RedisRateLimiter.builder(slow).build().permitSource();
        assertThat(TestPermits.reserve(waiting, Duration.ZERO).granted()).isTrue();
        assertThat(waiting.degraded()).isTrue();

        proxy.letThrough();

        Await.until(slow::isAvailable, () -> "nobody tests it");
      }
    }
  }

  /** Redis's clock, which goes on while it stands still. */
  private static void theClockPasses(Duration time) {
    long start = System.nanoTime();
    Await.until(() -> System.nanoTime() - start > time.toNanos(), () -> "the clock stands still");
  }

  @Test
  void whoFailsClosedRefusesWhileRedisIsGone() {
    PermitSource closed = RedisRateLimiter.builder(connection).failClosed().build().permitSource();
    untilAvailable(closed);

    redis.kill();
    Reservation refused = TestPermits.reserve(closed, Duration.ofMinutes(1));

    assertThat(refused.granted()).isFalse();
    assertThat(refused.readyIn()).isEqualTo(Duration.ofSeconds(1));
    assertThat(closed.remaining()).isZero();
    redis.start();
    untilAvailable(closed);
    assertThat(TestPermits.drain(closed)).isGreaterThanOrEqualTo(140);
  }

  @Test
  void aPauseOfTheServerHoldsWhileRedisIsGone() {
    connected();
    redis.kill();
    TestPermits.reserve(permits, Duration.ZERO);

    permits.pause(Duration.ofMinutes(1));

    assertThat(TestPermits.reserve(permits, Duration.ZERO).granted()).isFalse();
    assertThat(permits.retryAfter()).isGreaterThan(Duration.ofSeconds(30));
  }

  @Test
  void aPauseThatAnotherInstanceCausedHoldsWhileRedisIsGone() {
    connected();
    try (FinFusionRedis another = redis.connect("finfusion")) {
      PermitSource other = RedisRateLimiter.builder(another).build().permitSource();
      untilAvailable(other);
      other.pause(Duration.ofMinutes(1));
      Await.until(() -> !TestPermits.reserve(permits, Duration.ZERO).granted(), () -> "not paused");
    }

    redis.kill();
    Reservation granted = TestPermits.reserve(permits, Duration.ofHours(1));

    assertThat(granted.granted()).isTrue();
    assertThat(granted.readyIn()).isGreaterThan(Duration.ofSeconds(30));
  }

  static Stream<ArgumentSet> refusals() {
    return Stream.of(
        Arguments.argumentSet(
            "READONLY",
            command(commands -> commands.replicaof("127.0.0.1", 1)),
            command(commands -> commands.replicaofNoOne())),
        Arguments.argumentSet(
            "OOM",
            command(commands -> commands.configSet("maxmemory", "1")),
            command(commands -> commands.configSet("maxmemory", "0"))),
        Arguments.argumentSet(
            "WRONGTYPE",
            command(
                commands -> {
                  commands.flushall();
                  commands.set(new KeyNames("finfusion").bucket("", 1), "text");
                }),
            command(commands -> commands.flushall())),
        Arguments.argumentSet(
            "NOPERM",
            command(
                commands ->
                    commands.aclSetuser("default", new AclSetuserArgs().removeCommand(EVALSHA))),
            command(
                commands ->
                    commands.aclSetuser("default", new AclSetuserArgs().addCommand(EVALSHA)))));
  }

  private static Consumer<RedisCommands<String, String>> command(
      Consumer<RedisCommands<String, String>> command) {
    return command;
  }

  @ParameterizedTest
  @MethodSource("refusals")
  @DisplayName("C117 Redis refuses: a share of the plan, and Redis once it serves again")
  void refuses(
      Consumer<RedisCommands<String, String>> begin, Consumer<RedisCommands<String, String>> end) {
    connected();

    TestRedis.run(redis, begin);
    Reservation substitute = TestPermits.reserve(permits, Duration.ZERO);

    assertThat(substitute.granted()).isTrue();
    assertThat(permits.degraded()).isTrue();
    TestRedis.run(redis, end);
    untilAvailable(permits);
  }

  @Test
  @DisplayName("C117 scripts that Redis forgot are sent again")
  void forgottenScripts() {
    connected();

    TestRedis.run(redis, commands -> commands.scriptFlush());
    Reservation reservation = TestPermits.reserve(permits, Duration.ZERO);

    assertThat(reservation.granted()).isTrue();
    assertThat(permits.degraded()).isFalse();
  }

  @Test
  @DisplayName("C118 a Redis that lost everything gives no second burst to who knows of the first")
  void flushed() {
    connected();
    TestPermits.drain(permits);

    TestRedis.run(redis, commands -> commands.flushall());

    assertThat(TestPermits.drain(permits)).isLessThan(10);
  }

  @Test
  @DisplayName("C114 each key expires when the bucket is full again")
  void keysExpire() {
    connected();
    for (int i = 0; i < 5; i++) {
      TestPermits.reserve(permits, Duration.ZERO);
    }

    List<Long> left =
        TestRedis.command(
            redis, commands -> commands.keys("*").stream().map(commands::pttl).toList());

    assertThat(left).hasSize(1).allMatch(millis -> millis > 0 && millis <= 2 * 5 * 600);
    Await.until(
        () -> TestRedis.command(redis, commands -> commands.keys("*")).isEmpty(),
        () -> "a key is left");
  }

  @Test
  void afterItIsClosedThereIsTheShare() {
    connected();

    connection.close();

    Await.until(
        () -> {
          TestPermits.reserve(permits, Duration.ZERO);
          return permits.degraded();
        },
        () -> "still available");
    assertThat(TestPermits.reserve(permits, Duration.ZERO).granted()).isTrue();
  }

  @Test
  void connectionsOfOneBuilderAreClosedEachByItself() {
    FinFusionRedis.Builder builder = FinFusionRedis.builder().uri(redis.uri());
    try (FinFusionRedis stays = builder.build()) {
      PermitSource shared = RedisRateLimiter.builder(stays).build().permitSource();
      untilAvailable(shared);
      try (FinFusionRedis closed = builder.build()) {
        untilAvailable(RedisRateLimiter.builder(closed).build().permitSource());
      }

      redis.kill();
      redis.start();

      untilAvailable(shared);
    }
  }

  @Test
  void aWrongPasswordIsAnOutageAndInNoMessage() {
    RedisURI uri = RedisURI.builder(redis.uri()).withPassword("pw_CANARY".toCharArray()).build();
    TestRedis.run(redis, commands -> commands.configSet("requirepass", "another"));
    try (FinFusionRedis refused = FinFusionRedis.builder().uri(uri).build()) {
      RateLimiter limiter = RedisRateLimiter.builder(refused).build();

      assertThat(TestPermits.drain(limiter.permitSource())).isEqualTo(SHARE);
      assertThat(limiter.isDegraded()).isTrue();
      assertThat(refused.toString() + limiter).doesNotContain("CANARY");
    }
  }
}
