package cloud.finfusion.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Opens connections to one Redis, sentinel or cluster. Opening waits, so it is for threads that
 * may.
 *
 * @param forCommands opens a connection for commands
 * @param forMessages opens a connection for messages
 * @param shutdown closes the client, if it is ours
 */
record RedisConnector(
    Supplier<CommandConnection> forCommands,
    Supplier<StatefulRedisPubSubConnection<String, String>> forMessages,
    Runnable shutdown) {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
  private static final int THREADS = 2; // the least that Lettuce takes

  /** A connection, and the commands that single servers and clusters have in common. */
  record CommandConnection(
      StatefulConnection<String, String> connection,
      RedisClusterAsyncCommands<String, String> commands) {}

  static RedisConnector of(RedisURI uri) {
    ClientResources resources =
        DefaultClientResources.builder()
            .ioThreadPoolSize(THREADS)
            .computationThreadPoolSize(THREADS)
            .reconnectDelay(
                () ->
                    Delay.exponential(
                        Duration.ofMillis(10), Duration.ofSeconds(1), 2, TimeUnit.MILLISECONDS))
            .build();
    RedisClient client = RedisClient.create(resources, uri);
    client.setOptions(
        ClientOptions.builder()
            .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
            .replayFilter(command -> true) // it may have been executed
            .socketOptions(SocketOptions.builder().connectTimeout(CONNECT_TIMEOUT).build())
            .build());
    return of(client, () -> shutdown(client, resources));
  }

  private static void shutdown(RedisClient client, ClientResources resources) {
    long longest = CONNECT_TIMEOUT.toMillis();
    var unused =
        client
            .shutdownAsync(0, longest, TimeUnit.MILLISECONDS)
            .whenComplete(
                (closed, failure) -> {
                  var ignored = resources.shutdown(0, longest, TimeUnit.MILLISECONDS);
                });
  }

  static RedisConnector of(RedisClient client) {
    return of(client, () -> {});
  }

  private static RedisConnector of(RedisClient client, Runnable shutdown) {
    return new RedisConnector(
        () -> {
          var connection = client.connect();
          return new CommandConnection(connection, connection.async());
        },
        client::connectPubSub,
        shutdown);
  }

  static RedisConnector of(RedisClusterClient client) {
    return new RedisConnector(
        () -> {
          var connection = client.connect();
          return new CommandConnection(connection, connection.async());
        },
        client::connectPubSub,
        () -> {});
  }

  void close() {
    shutdown.run();
  }
}
