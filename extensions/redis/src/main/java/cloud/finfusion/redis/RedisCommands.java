package cloud.finfusion.redis;

import cloud.finfusion.redis.RedisConnector.CommandConnection;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/** Sends commands, each of which ends within the command timeout. Thread-safe; never waits. */
final class RedisCommands {
  private final LazyConnection<CommandConnection> connection;
  private final Duration timeout;
  private final RedisCircuit circuit;

  RedisCommands(RedisConnector connector, Duration timeout, RedisCircuit circuit) {
    this.connection =
        new LazyConnection<>(connector.forCommands(), open -> open.connection().closeAsync());
    this.timeout = timeout;
    this.circuit = circuit;
  }

  /**
   * Opens the connection, for commands that come later. Those that came while it was being opened
   * may have timed out.
   */
  void open() {
    var unused = connection.get().thenRun(circuit::probe);
  }

  Duration timeout() {
    return timeout;
  }

  RedisCircuit circuit() {
    return circuit;
  }

  /**
   * Sends a command.
   *
   * @param late is given a response that comes after the command timeout
   */
  <T> CompletableFuture<T> send(
      Function<RedisClusterAsyncCommands<String, String>, CompletionStage<T>> command,
      Consumer<T> late) {
    CompletableFuture<T> result = new CompletableFuture<>();
    result.orTimeout(timeout.toNanos(), TimeUnit.NANOSECONDS);
    var unused =
        connection
            .get()
            .thenCompose(open -> sent(command, open, result))
            .whenComplete(
                (response, failure) -> {
                  if (failure != null) {
                    result.completeExceptionally(RedisFailures.cause(failure));
                  } else if (!result.complete(response)) {
                    late.accept(response);
                  }
                });
    return result;
  }

  /** A command whose sender waited in vain for the connection is not sent. */
  private static <T> CompletionStage<T> sent(
      Function<RedisClusterAsyncCommands<String, String>, CompletionStage<T>> command,
      CommandConnection open,
      CompletableFuture<T> result) {
    return result.isDone() ? result : command.apply(open.commands());
  }

  CompletableFuture<?> close() {
    return connection.close();
  }
}
