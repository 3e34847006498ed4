package cloud.finfusion.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.runtime.InvalidArgumentException;
import cloud.finfusion.sandbox.Sandbox;
import cloud.finfusion.spi.SharedInvalidation.Listener;
import cloud.finfusion.spi.SharedInvalidation.Member;
import cloud.finfusion.webhook.Webhooks;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two instances, each with a connection and a cache: what one changes, the other drops. */
class RedisInvalidationTest {
  private static RedisProcess redis;
  private static Sandbox sandbox;

  private String prefix;
  private CachingInstance writer;
  private CachingInstance reader;
  private String customer;

  @BeforeAll
  static void start() {
    redis = RedisProcess.launch();
    sandbox = Sandbox.start();
  }

  @AfterAll
  static void stop() {
    sandbox.close();
    redis.close();
  }

  @BeforeEach
  void connect(TestInfo test) {
    prefix = test.getTestMethod().orElseThrow().getName();
    writer = new CachingInstance(redis.connect(prefix), sandbox, "one").untilCurrent();
    reader = new CachingInstance(redis.connect(prefix), sandbox, "two").untilCurrent();
    customer = TestCustomers.create(sandbox, "Ada");
    reader.read(customer);
    assertThat(reader.isCached(customer)).isTrue();
  }

  @AfterEach
  void close() {
    writer.close();
    reader.close();
  }

  @Test
  void aWriteDropsWhatAnotherInstanceCached() {
    writer.rename(customer, "Grace");

    reader.untilRead(customer, "Grace");
    assertThat(reader.dropped()).containsExactly("customer." + customer);
    assertThat(reader.isCached(customer)).isTrue();
  }

  @Test
  void aWebhookDropsWhatAnotherInstanceCached() {
    byte[] body =
        "{\"id\":\"evt_1\",\"type\":\"customer.updated\",\"created\":1}"
            .getBytes(StandardCharsets.UTF_8);
    long now = Instant.now().getEpochSecond();

    writer
        .client()
        .webhooks()
        .constructEvent(body, Webhooks.sign(body, now, CachingInstance.SECRET), Long.toString(now));

    Await.until(() -> reader.dropped().size() == 1, () -> reader.dropped().toString());
  }

  @Test
  void invalidateDropsWhatMatchesInAnotherInstance() {
    writer.client().cache().invalidate("customer.cust none*"); // with a space
    writer.client().cache().invalidate("customer." + customer);

    Await.until(() -> !reader.dropped().isEmpty(), () -> "nothing dropped");
    assertThat(reader.dropped()).containsExactly("customer." + customer);
  }

  @Test
  void anInstanceKeepsWhatItReadAfterItsOwnWrite() {
    Notes afterTheWriter = new Notes();
    writer.invalidation().join(afterTheWriter);

    writer.rename(customer, "Grace");
    writer.read(customer);
    Await.until(() -> !afterTheWriter.notes.isEmpty(), () -> "its own message did not come");

    assertThat(writer.isCached(customer)).isTrue();
  }

  @Test
  void clientsOfOneInstanceNotifyEachOther() {
    Notes others = new Notes();
    Notes own = new Notes();
    Member member = writer.invalidation().join(own);
    writer.invalidation().join(others);

    member.familyChanged("customer");
    member.invalidated("customer.a b");
    Await.until(() -> others.notes.size() == 2, () -> others.notes.toString());

    assertThat(others.notes).containsExactly("family customer", "pattern customer.a b");
    assertThat(own.notes).isEmpty();
  }

  @Test
  void whoLeftIsNotNotified() {
    Notes left = new Notes();
    Notes stays = new Notes();
    reader.invalidation().join(left).close();
    reader.invalidation().join(stays);

    writer.rename(customer, "Grace");

    Await.until(() -> !stays.notes.isEmpty(), () -> "not notified");
    assertThat(left.notes).isEmpty();
  }

  @Test
  void aChangeWhoseMessageIsLostIsFoundByItsNumber() {
    TestRedis.run(redis, commands -> commands.incrby(new KeyNames(prefix).changes(), 3));

    Await.until(() -> !reader.dropped().isEmpty(), () -> "not found");
    assertThat(reader.dropped()).containsExactly("customer." + customer);
  }

  @Test
  void aMessageThatDoesNotFollowOnTheLastOneDropsAll() {
    String channel = new KeyNames(prefix).changes();
    TestRedis.run(redis, commands -> commands.publish(channel, "1 2 x family payment"));

    Await.until(() -> !reader.dropped().isEmpty(), () -> "not dropped");
  }

  @Test
  void aListenerThatThrowsIsNotifiedThatItMissedSomething() {
    Notes throwing = new Notes();
    throwing.fails = true;
    reader.invalidation().join(throwing);

    writer.rename(customer, "Grace");

    Await.until(
        () -> throwing.notes.equals(List.of("family customer", "missed")),
        () -> throwing.notes.toString());
    reader.untilRead(customer, "Grace");
  }

  @Test
  void theNumberOfTheLastChangeExpires() {
    assertThat(
            TestRedis.<Long>command(
                redis, commands -> commands.pttl(new KeyNames(prefix).changes())))
        .isBetween(1L, Duration.ofDays(31).toMillis());
  }

  @Test
  void redisIsSentNamesOfFamiliesAndPatternsOnly() throws Exception {
    try (RedisMonitor monitor = RedisMonitor.of(redis)) {
      writer.rename(customer, "Grace");
      reader.untilRead(customer, "Grace");
      writer.client().cache().invalidate("customer.list.*");

      List<String> sent = monitor.until("pattern customer.list.*");

      assertThat(sent)
          .anyMatch(line -> line.contains("one.1 family customer"))
          .noneMatch(line -> line.contains(customer))
          .noneMatch(line -> line.contains("Grace"))
          .noneMatch(line -> line.contains(sandbox.apiKey()));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT1.9S", "PT1H0.1S"})
  void aTimeOutOfBoundsIsRefused(Duration time) {
    try (FinFusionRedis quick = FinFusionRedis.builder().uri(redis.uri()).build()) {
      assertThatThrownBy(() -> RedisInvalidation.builder(quick).staleAtMost(time).build())
          .isInstanceOf(InvalidArgumentException.class)
          .hasMessage("staleAtMost: expected PT2S to PT1H, got " + time);
    }
  }

  @Test
  void theDefaultsLetACacheBeUsedOnceRedisIsReached() {
    try (FinFusionRedis quick = FinFusionRedis.builder().uri(redis.uri()).build()) {
      RedisInvalidation invalidation = RedisInvalidation.builder(quick).build();
      Await.until(invalidation::isCurrent, () -> "not current");
      assertThat(invalidation).hasToString("RedisInvalidation{current=true}");

      invalidation.close();

      assertThat(invalidation.isCurrent()).isFalse();
    }
  }

  /** What a cache is notified of. */
  private static final class Notes implements Listener {
    private final List<String> notes = new CopyOnWriteArrayList<>();
    private boolean fails;

    @Override
    public void familyChanged(String family) {
      notes.add("family " + family);
      if (fails) {
        throw new IllegalStateException("of a test");
      }
    }

    @Override
    public void invalidated(String pattern) {
      notes.add("pattern " + pattern);
    }

    @Override
    public void changesMissed() {
      notes.add("missed");
    }
  }
}
