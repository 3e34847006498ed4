package cloud.finfusion.redis;

import cloud.finfusion.spi.SharedInvalidation.Listener;
import io.lettuce.core.ScriptOutputType;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The changes of all instances: published, received, and checked for lost ones by the number of the
 * last change. Thread-safe; never waits.
 */
final class ChangeFeed {
  private static final Script SCRIPT = Script.read("change.lua");
  private static final String EXPIRES = Long.toString(Duration.ofDays(31).toMillis());
  private static final String NO_CHANGE = "";
  private static final int MOST_WAITING = 10_000; // messages; a decision of this project

  private final FinFusionRedis redis;
  private final String key;
  private final LongSupplier clock;
  private final Executor later;
  private final ChangeChannel messages;
  private final List<ChangeMember> members = new CopyOnWriteArrayList<>();
  private final SeenChanges seen = new SeenChanges();
  private final InOrder tasks = new InOrder(MOST_WAITING);
  private volatile boolean closed;

  /**
   * Makes a feed that is not started.
   *
   * @param clock in nanoseconds
   * @param later runs the next check
   */
  ChangeFeed(FinFusionRedis redis, LongSupplier clock, Executor later) {
    this.redis = redis;
    this.key = redis.keys().changes();
    this.clock = clock;
    this.later = later;
    this.messages =
        new ChangeChannel(
            redis.connector(),
            key,
            text -> tasks.offer(() -> receive(text)),
            this::forget,
            this::ask);
  }

  void join(ChangeMember member) {
    members.add(member);
  }

  void leave(ChangeMember member) {
    members.remove(member);
  }

  /** Returns whether all changes up to this time were delivered. */
  boolean knowsAllSince(long time) {
    return !closed && seen.knowsAllSince(time);
  }

  /**
   * A message that cannot be read, or delivered, counts as lost: the next one does not follow. So
   * does one that is left out, since a cache hangs.
   */
  private void receive(String text) {
    ChangeMessage message = ChangeMessage.of(text);
    if (seen.follows(message.before())) {
      deliver(message.change());
    } else {
      dropAll();
    }
    seen.know(message.number());
  }

  private void deliver(Change change) {
    members.stream()
        .filter(each -> !each.id().equals(change.origin()))
        .forEach(each -> change.notify(each.cache()));
  }

  private void dropAll() {
    members.stream().map(ChangeMember::cache).forEach(Listener::changesMissed);
  }

  /** Looks for lost messages, now and then. */
  void check() {
    if (!closed) {
      messages.open(); // again, if that failed
      ask();
      later.execute(this::check);
    }
  }

  /** Who gets no messages learns nothing by the number of the last one. */
  private void ask() {
    if (messages.isListening()) {
      long askedAt = clock.getAsLong();
      long known = seen.number();
      var unused =
          send(NO_CHANGE)
              .thenAccept(last -> tasks.execute(() -> check(last, known, askedAt)))
              .exceptionally(failed -> forget());
    }
  }

  /** Redis may be another one when it responds again, which lost changes and messages both. */
  private @Nullable Void forget() {
    tasks.execute(seen::forget);
    return null;
  }

  private void check(long last, long known, long askedAt) {
    if (!seen.check(last, known, askedAt)) {
      dropAll();
      seen.restart(last, askedAt);
    }
  }

  /** Publishes a change. Ends with its number, or fails if Redis does. */
  CompletableFuture<Long> send(String change) {
    return redis.commands().circuit().allows()
        ? exchange(change)
            .whenComplete(
                (number, failure) -> {
                  if (failure != null) {
                    redis.commands().circuit().failed(failure, () -> exchange(NO_CHANGE));
                  }
                })
        : CompletableFuture.failedFuture(new IllegalStateException("Redis fails"));
  }

  private CompletableFuture<Long> exchange(String change) {
    return redis
        .commands()
        .send(
            commands -> SCRIPT.send(commands, ScriptOutputType.INTEGER, key, EXPIRES, change),
            late -> {});
  }

  void close() {
    if (!closed) {
      closed = true;
      messages.close();
    }
  }
}
