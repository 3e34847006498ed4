package cloud.finfusion.redis;

import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.util.function.Consumer;

/**
 * The channel by which Redis sends changes. Its connection is opened in the background, and opens
 * itself again after it broke. Thread-safe; never waits.
 */
final class ChangeChannel {
  private final RedisConnector connector;
  private final String name;
  private final Runnable interrupted;
  private final Consumer<String> message;
  private final Runnable subscribed;
  private final LazyConnection<StatefulRedisPubSubConnection<String, String>> connection;
  private volatile boolean listening;

  /**
   * Makes a channel that is not open.
   *
   * @param message is given each message, in order
   * @param interrupted runs before messages come again, of which some may be lost
   * @param subscribed runs after that
   */
  ChangeChannel(
      RedisConnector connector,
      String name,
      Consumer<String> message,
      Runnable interrupted,
      Runnable subscribed) {
    this.connector = connector;
    this.name = name;
    this.message = message;
    this.interrupted = interrupted;
    this.subscribed = subscribed;
    this.connection =
        new LazyConnection<>(this::connect, StatefulRedisPubSubConnection::closeAsync);
  }

  /** Opens the channel, unless it is open. */
  void open() {
    if (!listening) {
      var unused = connection.get().thenCompose(made -> made.async().subscribe(name));
    }
  }

  /** Returns whether messages come, as far as is known. */
  boolean isListening() {
    return listening;
  }

  private StatefulRedisPubSubConnection<String, String> connect() {
    StatefulRedisPubSubConnection<String, String> made = connector.forMessages().get();
    made.addListener((RedisConnectionStateListener) new Disconnects());
    made.addListener(new Messages());
    return made;
  }

  void close() {
    listening = false;
    var unused = connection.close();
  }

  /** Notices that the connection broke. */
  private final class Disconnects implements RedisConnectionStateListener {
    @Override
    public void onRedisDisconnected(RedisChannelHandler<?, ?> broken) {
      listening = false;
    }
  }

  /** Receives the messages, after each connect. */
  private final class Messages extends RedisPubSubAdapter<String, String> {
    @Override
    public void subscribed(String channel, long count) {
      interrupted.run();
      listening = true;
      subscribed.run();
    }

    @Override
    public void message(String channel, String text) {
      message.accept(text);
    }
  }
}
