package cloud.finfusion.redis;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.sandbox.Sandbox;
import io.lettuce.core.AclSetuserArgs;
import io.lettuce.core.KillArgs;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.protocol.CommandType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A Redis that stands still, is gone or loses messages, each a real one of its own. */
@Tag("slow") // stops a Redis and waits
class InvalidationOutageTest {
  private static final int ROUNDS = 10;

  private static Sandbox sandbox;

  private final RedisProcess redis = RedisProcess.launch();
  private CachingInstance writer;
  private CachingInstance reader;
  private String customer;

  @BeforeAll
  static void start() {
    sandbox = Sandbox.start();
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @BeforeEach
  void connect() {
    writer = instance(redis.uri(), "one");
    reader = instance(redis.uri(), "two");
    customer = TestCustomers.create(sandbox, "Ada");
    reader.read(customer);
    assertThat(reader.isCached(customer)).isTrue();
  }

  private static CachingInstance instance(RedisURI uri, String id) {
    return new CachingInstance(FinFusionRedis.builder().uri(uri).build(), sandbox, id)
        .untilCurrent();
  }

  @AfterEach
  void close() {
    writer.close();
    reader.close();
    redis.close();
  }

  @Test
  void nothingStaleIsServedWhenConnectionsForMessagesBreak() {
    for (int i = 0; i < ROUNDS; i++) {
      reader.read(customer);
      TestRedis.run(redis, commands -> commands.clientKill(KillArgs.Builder.typePubsub()));
      writer.rename(customer, "Grace " + i);

      reader.untilRead(customer, "Grace " + i);
    }
  }

  /** Messages may have been lost, and a Redis that failed over may have lost their number too. */
  @Test
  void whoseConnectionForMessagesBrokeDropsAll() {
    TestRedis.run(redis, commands -> commands.clientKill(KillArgs.Builder.typePubsub()));

    Await.until(() -> !reader.dropped().isEmpty(), () -> "nothing dropped");
  }

  @Test
  void whoDidNotReachRedisDropsAll() {
    redis.pause();
    untilUnavailable();
    assertThat(reader.dropped()).isEmpty();

    redis.resume();

    Await.until(() -> !reader.dropped().isEmpty(), () -> "nothing dropped");
  }

  @Test
  void readsGoToTheServerWhileRedisStandsStill() {
    redis.pause();
    reader.staleTimePasses();

    assertThat(reader.isCached(customer)).isFalse();
    assertThat(reader.isCached(customer)).isFalse();
    writer.rename(customer, "Grace");
    assertThat(reader.read(customer).name()).isEqualTo("Grace");

    redis.resume();
    untilCached();
    assertThat(reader.read(customer).name()).isEqualTo("Grace");
  }

  private void untilCached() {
    reader.untilCurrent();
    Await.until(() -> reader.isCached(customer), () -> "not cached");
  }

  @Test
  void aCacheIsUsedUntilTheStaleTimePassed() {
    redis.kill();

    assertThat(reader.isCached(customer)).isTrue();
    reader.staleTimePasses();

    assertThat(reader.isCached(customer)).isFalse();
  }

  @Test
  void aRestartedRedisIsUsedAgainAndAllThatWasCachedIsDropped() {
    redis.kill();
    writer.rename(customer, "Grace");

    redis.start();

    reader.untilRead(customer, "Grace");
    untilCached();
    writer.untilCurrent();
    writer.rename(customer, "Ada");
    reader.untilRead(customer, "Ada");
  }

  @Test
  void aFlushedRedisLosesNoChange() {
    writer.rename(customer, "Grace");
    TestRedis.run(redis, RedisCommands::flushall);
    reader.untilRead(customer, "Grace");
    TestRedis.run(redis, RedisCommands::flushall);

    writer.rename(customer, "Ada");

    reader.untilRead(customer, "Ada");
  }

  /** It does not reach Redis, and the other one does. */
  @Test
  void whatAnInstanceCouldNotPublishIsPublishedLater() {
    allow(new AclSetuserArgs().on().nopass().allKeys().allChannels().allCommands());
    RedisURI uri =
        RedisURI.builder(redis.uri()).withAuthentication("of_an_instance", "any").build();
    try (CachingInstance another = instance(uri, "three")) {
      allow(new AclSetuserArgs().removeCommand(CommandType.EVALSHA));
      another.rename(customer, "Grace");
      assertThat(reader.isCached(customer)).isTrue();

      allow(new AclSetuserArgs().addCommand(CommandType.EVALSHA));

      reader.untilRead(customer, "Grace");
      assertThat(reader.dropped()).containsExactly("customer." + customer);
    }
  }

  private void allow(AclSetuserArgs change) {
    TestRedis.run(redis, commands -> commands.aclSetuser("of_an_instance", change));
  }

  @Test
  void aRedisThatTakesNoChangeConfirmsNothing() {
    TestRedis.run(redis, commands -> commands.configSet("maxmemory", "1"));
    untilUnavailable();
    reader.staleTimePasses();
    assertThat(reader.isCached(customer)).isFalse();
    TestRedis.run(redis, commands -> commands.configSet("maxmemory", "0"));
    untilCached();

    TestRedis.run(redis, commands -> commands.replicaof("127.0.0.1", 1));
    untilUnavailable();
    reader.staleTimePasses();
    assertThat(reader.isCached(customer)).isFalse();
    TestRedis.run(redis, RedisCommands::replicaofNoOne);
    untilCached();
  }

  private void untilUnavailable() {
    Await.until(() -> !reader.isAvailable(), () -> "Redis is available");
  }
}
