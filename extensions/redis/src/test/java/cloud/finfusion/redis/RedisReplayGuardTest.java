package cloud.finfusion.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.model.Event;
import cloud.finfusion.runtime.InvalidArgumentException;
import cloud.finfusion.webhook.ReplayGuard;
import cloud.finfusion.webhook.ReplayGuard.Claim;
import cloud.finfusion.webhook.WebhookHandler;
import cloud.finfusion.webhook.WebhookVerifier;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two instances, each with a connection and a guard, that get the same events. */
class RedisReplayGuardTest {
  private static final String EVENT = "evt_1";

  private static RedisProcess redis;

  private String prefix;
  private FinFusionRedis connection;
  private FinFusionRedis another;
  private ReplayGuard guard;
  private ReplayGuard other;

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
    prefix = test.getTestMethod().orElseThrow().getName();
    connection = redis.connect(prefix);
    another = redis.connect(prefix);
    guard = TestGuards.guard(connection, "one");
    other = TestGuards.guard(another, "two");
  }

  @AfterEach
  void close() {
    connection.close();
    another.close();
  }

  private String key() {
    return new KeyNames(prefix).event(EVENT);
  }

  private long timeToLive() {
    return TestRedis.command(redis, commands -> commands.pttl(key()));
  }

  @Test
  void oneInstanceClaimsAnEventAndNobodyElseDoes() {
    assertThat(guard.claim(EVENT)).isEqualTo(Claim.CLAIMED);

    assertThat(other.claim(EVENT)).isEqualTo(Claim.IN_PROGRESS);
    assertThat(guard.claim(EVENT)).isEqualTo(Claim.IN_PROGRESS);
    assertThat(other.claim("evt_2")).isEqualTo(Claim.CLAIMED);
    assertThat(timeToLive()).isBetween(1L, TestGuards.LONG.toMillis());
  }

  @Test
  void anEventThatWasHandledIsHandledForAll() {
    guard.claim(EVENT);

    guard.handled(EVENT);

    assertThat(guard.claim(EVENT)).isEqualTo(Claim.HANDLED);
    assertThat(other.claim(EVENT)).isEqualTo(Claim.HANDLED);
    assertThat(timeToLive())
        .isBetween(TestGuards.LONG.toMillis() + 1, TestGuards.REMEMBERED.toMillis());
  }

  @Test
  void anEventThatWasReleasedIsClaimedByWhoGetsItNext() {
    guard.claim(EVENT);

    guard.release(EVENT);

    assertThat(other.claim(EVENT)).isEqualTo(Claim.CLAIMED);
  }

  @Test
  void nobodyReleasesTheClaimOfAnotherInstance() {
    guard.claim(EVENT);

    other.release(EVENT);

    assertThat(other.claim(EVENT)).isEqualTo(Claim.IN_PROGRESS);
  }

  @Test
  void nobodyReleasesWhatWasHandled() {
    guard.claim(EVENT);
    guard.handled(EVENT);

    guard.release(EVENT);

    assertThat(other.claim(EVENT)).isEqualTo(Claim.HANDLED);
  }

  @Test
  void aClaimThatACrashLeftExpiresAndTheEventIsHandledAgain() {
    ReplayGuard crashed = TestGuards.guard(connection, "crashed", Duration.ofMillis(500));
    assertThat(crashed.claim(EVENT)).isEqualTo(Claim.CLAIMED);
    assertThat(timeToLive()).isLessThanOrEqualTo(500);

    Await.until(() -> other.claim(EVENT) == Claim.CLAIMED, () -> "still claimed");
  }

  @Test
  void theKeyOfAnEventHoldsAHashOfItsId() {
    guard.claim("evt_of_somebody");

    List<String> keys = TestRedis.command(redis, commands -> commands.keys(prefix + ":*"));

    assertThat(keys).hasSize(1).noneMatch(key -> key.contains("somebody"));
  }

  @Test
  void aFlushedRedisLetsAnEventBeHandledAgain() {
    guard.handled(EVENT);
    assertThat(guard.claim(EVENT)).isEqualTo(Claim.HANDLED);

    TestRedis.run(redis, commands -> commands.del(key())); // other tests use this Redis too

    assertThat(guard.claim(EVENT)).isEqualTo(Claim.CLAIMED);
  }

  @Test
  void eachEventIsHandledOnceByAllHandlersTogether() {
    Map<String, AtomicInteger> handled = new ConcurrentHashMap<>();
    List<WebhookHandler> handlers = List.of(handler(guard, handled), handler(other, handled));

    IntStream.range(0, 400)
        .parallel()
        .forEach(
            i -> {
              var unused = handlers.get(i % 2).handle(event("evt_" + i / 8));
            });

    assertThat(handled).hasSize(50).allSatisfy((id, times) -> assertThat(times).hasValue(1));
  }

  private static WebhookHandler handler(ReplayGuard guard, Map<String, AtomicInteger> handled) {
    return WebhookHandler.builder(
            WebhookVerifier.builder().secrets("whsec_1").replayGuard(guard).build())
        .onOther(
            event ->
                handled.computeIfAbsent(event.id(), id -> new AtomicInteger()).incrementAndGet())
        .build();
  }

  private static Event event(String id) {
    return Event.fromJson("{\"id\":\"" + id + "\",\"type\":\"invoice.paid\",\"created\":1}");
  }

  @ParameterizedTest
  @CsvSource({
    "PT0.9S,PT5M,remember",
    "P366D,PT5M,remember",
    "P3D,PT0S,claimTime",
    "P3D,P2D,claimTime"
  })
  void timesOutOfBoundsAreRefused(Duration remember, Duration claimTime, String named) {
    RedisReplayGuard.Builder builder =
        RedisReplayGuard.builder(connection).remember(remember).claimTime(claimTime);

    assertThatThrownBy(builder::build)
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageStartingWith(named + ": expected 1 s to ");
  }

  @Test
  void theDefaultsAreFiveMinutesForAClaimAndThreeDaysForWhatWasHandled() {
    assertThat(RedisReplayGuard.builder(connection).build())
        .hasToString("RedisReplayGuard{claimTime=PT5M, remember=PT72H}");
  }
}
