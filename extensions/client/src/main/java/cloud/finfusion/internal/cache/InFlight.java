package cloud.finfusion.internal.cache;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Single flight: one exchange for all callers that read the same at the same time. The owner makes
 * the exchange and ends it by {@link ResponseCache#complete} or {@link ResponseCache#giveUp}; the
 * others wait.
 *
 * @param <V> the result of a read
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

  /** Returns the same read for a caller that waits. */
  InFlight<V> joined() {
    return new InFlight<>(key, end, false);
  }

  /** Returns the key of the read. */
  public CacheKey key() {
    return key;
  }

  /** Returns whether this caller has to make the exchange. */
  public boolean isOwner() {
    return owner;
  }

  /**
   * Returns the result; empty if the owner gave up, so that another caller has to make the
   * exchange.
   */
  public CompletableFuture<Optional<V>> end() {
    return end;
  }
}
