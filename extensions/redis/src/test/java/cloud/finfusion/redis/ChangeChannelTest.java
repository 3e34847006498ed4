package cloud.finfusion.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.AclSetuserArgs;
import io.lettuce.core.KillArgs;
import io.lettuce.core.protocol.CommandType;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A channel that breaks, and one that may not be subscribed to. */
class ChangeChannelTest {
  private final RedisProcess redis = RedisProcess.launch();
  private final FinFusionRedis connection = redis.connect("finfusion");
  private final List<String> events = new CopyOnWriteArrayList<>();
  private final ChangeChannel channel =
      new ChangeChannel(
          connection.connector(),
          "changes",
          events::add,
          () -> events.add("interrupted"),
          () -> events.add("subscribed"));

  @AfterEach
  void close() {
    channel.close();
    connection.close();
    redis.close();
  }

  private void untilListening() {
    Await.until(
        () -> {
          channel.open();
          return channel.isListening();
        },
        () -> "not listening");
  }

  private void maySubscribe(boolean may) {
    AclSetuserArgs change = new AclSetuserArgs();
    TestRedis.run(
        redis,
        commands ->
            commands.aclSetuser(
                "default",
                may
                    ? change.addCommand(CommandType.SUBSCRIBE)
                    : change.removeCommand(CommandType.SUBSCRIBE)));
  }

  @Test
  void messagesComeAfterItIsSubscribed() {
    assertThat(channel.isListening()).isFalse();
    untilListening();

    TestRedis.run(redis, commands -> commands.publish("changes", "a change"));

    Await.until(() -> events.contains("a change"), events::toString);
    assertThat(events).startsWith("interrupted", "subscribed");
  }

  @Test
  void itKnowsThatItsConnectionBrokeAndListensAgain() {
    untilListening();
    maySubscribe(false);

    TestRedis.run(redis, commands -> commands.clientKill(KillArgs.Builder.typePubsub()));
    Await.until(() -> !channel.isListening(), () -> "still listening");
    events.clear();
    maySubscribe(true);
    untilListening();

    assertThat(events).startsWith("interrupted", "subscribed");
  }

  @Test
  void nothingIsKnownByWhoMayNotListen() {
    maySubscribe(false);
    Queue<Runnable> later = new ConcurrentLinkedQueue<>();
    RedisInvalidation deaf =
        new RedisInvalidation(connection, "one", Duration.ofHours(1), System::nanoTime, later::add);
    deaf.publish(new Change("one", Change.Kind.FAMILY, "customer"));
    Await.until(() -> numberIsThere(), () -> "not published");
    assertThat(deaf.isCurrent()).isFalse();

    maySubscribe(true);
    Await.until(
        () -> {
          later.remove().run(); // the next check
          return deaf.isCurrent();
        },
        () -> "not current");
  }

  private boolean numberIsThere() {
    String key = new KeyNames("finfusion").changes();
    return TestRedis.command(redis, commands -> commands.exists(key)) == 1;
  }
}
