package cloud.finfusion.internal.cache;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Single flight: one exchange for all who read the same at the same time. The owner makes it and
 * ends it, by {@link ResponseCache#complete} or {@link ResponseCache#giveUp}; the others wait.
 *
 * @param <V> what comes of a read
 */
public final class InFlight<V> {
  private final CacheKey key;
  private final CompletableFuture<Optional<V>> end;
  private final boolean owner;

  private InFlight(CacheKey key, CompletableFuture<Optional<V>> end, boolean owner) {
    this.key = key;
    this.end = end;
    this.owner = owner;
  }

  static <V> InFlight<V> owned(CacheKey key) {
    return new InFlight<>(key, new CompletableFuture<>(), true);
  }

  static <V> InFlight<V> ended(CacheKey key, V value) {
    return new InFlight<>(key, CompletableFuture.completedFuture(Optional.of(value)), false);
  }

  /** The same read, for one who waits. */
  InFlight<V> joined() {
    return new InFlight<>(key, end, false);
  }

  /** Returns what it is found by. */
  public CacheKey key() {
    return key;
  }

  /** Returns whether this caller has to make the exchange. */
  public boolean isOwner() {
    return owner;
  }

  /** Returns what comes of it; empty if the owner gave it up, and another has to make it. */
  public CompletableFuture<Optional<V>> end() {
    return end;
  }
}
