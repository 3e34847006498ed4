package cloud.finfusion.redis;

import cloud.finfusion.runtime.InvalidArgumentException;
import cloud.finfusion.runtime.SafeText;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.cluster.RedisClusterClient;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A connection to the Redis that the instances of a program share. It is opened in the background,
 * so that a program starts while Redis is down, and opened again after it broke. A circuit opens
 * when Redis fails or does not respond within the command timeout: then nobody waits for it, and
 * one request a second tests whether it responds again. Thread-safe; make one for a program, and
 * close it after the clients that use it.
 *
 * <pre>{@code
 * FinFusionRedis redis =
 *     FinFusionRedis.builder().uri(RedisURI.create("rediss://redis.internal")).build();
 * }</pre>
 */
public final class FinFusionRedis implements AutoCloseable {
  private final RedisCommands commands;
  private final RedisConnector connector;
  private final String keyPrefix;
  private final CompletableFuture<?> closed = new CompletableFuture<>();

  private FinFusionRedis(Builder builder, RedisConnector connector) {
    this.connector = connector;
    this.keyPrefix = builder.keyPrefix;
    this.commands =
        new RedisCommands(
            connector, builder.commandTimeout, new RedisCircuit(keyPrefix, System::nanoTime));
    commands.open();
  }

  /** Returns a new builder; it needs a URI or a client. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns whether Redis responds, as far as is known: false from the first failure until a
   * request succeeds again.
   */
  public boolean isAvailable() {
    return !commands.circuit().isOpen();
  }

  RedisCommands commands() {
    return commands;
  }

  RedisConnector connector() {
    return connector;
  }

  KeyNames keys() {
    return new KeyNames(keyPrefix);
  }

  /** Lets a task run when the connection is closed. */
  void onClose(Runnable task) {
    var unused = closed.thenRun(task);
  }

  /**
   * Closes the connection, and the client if it was made from a URI. Afterwards limiters take
   * permits as if Redis were down.
   */
  @Override
  public void close() {
    closed.complete(null);
    var unused = commands.close().whenComplete((closed, failure) -> connector.close());
  }

  @Override
  public String toString() {
    return "FinFusionRedis{keyPrefix=" + keyPrefix + ", available=" + isAvailable() + "}";
  }

  /** Collects options; {@link #build()} checks them. Not thread-safe. */
  public static final class Builder {
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final int MOST_CHARACTERS = 100;

    /** Not printed: a URI holds a password. Each connection closes a client of its own. */
    private transient @Nullable Supplier<RedisConnector> connector;

    private Duration commandTimeout = Duration.ofMillis(250);
    private String keyPrefix = "finfusion";

    private Builder() {}

    /**
     * Where Redis is: TLS by {@code rediss://}, an ACL user and password, a database, sentinels by
     * {@code redis-sentinel://host,host#master}. The connection does not send commands again that a
     * broken connection may have executed.
     */
    public Builder uri(RedisURI uri) {
      InvalidArgumentException.unlessPresent("uri", uri);
      this.connector = () -> RedisConnector.of(uri);
      return this;
    }

    /**
     * A client of your own, with its settings; you close it. With {@code
     * DisconnectedBehavior.REJECT_COMMANDS} a lost connection is noticed at once, else after the
     * command timeout. Without a {@code replayFilter} that returns true, Lettuce sends commands
     * again that a broken connection may have executed: a permit may then be returned or taken
     * twice, and an event stays claimed until its claim expires.
     */
    public Builder client(RedisClient client) {
      InvalidArgumentException.unlessPresent("client", client);
      this.connector = () -> RedisConnector.of(client);
      return this;
    }

    /** A client of a Redis Cluster, with its settings; you close it. */
    public Builder clusterClient(RedisClusterClient client) {
      InvalidArgumentException.unlessPresent("clusterClient", client);
      this.connector = () -> RedisConnector.of(client);
      return this;
    }

    /**
     * For how long a response is waited for: by how much a Redis that stands still delays a call,
     * once. More than zero, at most 10 s. Default 250 ms, a decision of this SDK.
     */
    public Builder commandTimeout(Duration longest) {
      this.commandTimeout = longest;
      return this;
    }

    /**
     * What the keys begin with; 1 to 100 characters, no brace. Programs and environments that share
     * a Redis but not an API key need one each. Default {@code finfusion}.
     */
    public Builder keyPrefix(String prefix) {
      this.keyPrefix = prefix;
      return this;
    }

    /**
     * Returns the connection, which is being opened.
     *
     * @throws InvalidArgumentException naming the option that is missing or out of bounds
     */
    public FinFusionRedis build() {
      if (connector == null) {
        throw new InvalidArgumentException(
            "FinFusionRedis", "expected uri, client or clusterClient, got none. Call one of them");
      }
      InvalidArgumentException.unlessPresent("commandTimeout", commandTimeout);
      if (commandTimeout.isNegative()
          || commandTimeout.isZero()
          || commandTimeout.compareTo(LONGEST) > 0) {
        throw new InvalidArgumentException(
            "commandTimeout", "expected more than zero and at most 10 s, got " + commandTimeout);
      }
      InvalidArgumentException.unlessPresent("keyPrefix", keyPrefix);
      if (keyPrefix.isBlank()
          || keyPrefix.length() > MOST_CHARACTERS
          || keyPrefix.matches(".*[{}].*")) {
        throw new InvalidArgumentException(
            "keyPrefix",
            "expected 1 to 100 characters without a brace, got " + SafeText.name(keyPrefix));
      }
      return new FinFusionRedis(this, connector.get());
    }
  }
}
