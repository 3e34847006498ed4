package cloud.finfusion.cache;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * One trip for all who read the same at the same time. Who leads it makes the trip, and ends it by
 * {@link AnswerCache#land} or {@link AnswerCache#abandon}; the others follow it.
 *
 * @param <V> what comes of a trip
 */
public final class Flight<V> {
  private final CacheKey key;
  private final CompletableFuture<Optional<V>> end;
  private final boolean leads;

  private Flight(CacheKey key, CompletableFuture<Optional<V>> end, boolean leads) {
    this.key = key;
    this.end = end;
    this.leads = leads;
  }

  static <V> Flight<V> led(CacheKey key) {
    return new Flight<>(key, new CompletableFuture<>(), true);
  }

  static <V> Flight<V> landed(CacheKey key, V value) {
    return new Flight<>(key, CompletableFuture.completedFuture(Optional.of(value)), false);
  }

  /** The same flight, for one who follows it. */
  Flight<V> followed() {
    return new Flight<>(key, end, false);
  }

  /** Returns what it is found by. */
  public CacheKey key() {
    return key;
  }

  /** Returns whether this caller has to make the trip. */
  public boolean leads() {
    return leads;
  }

  /** Returns whether it is over, as for an answer that was kept from the start. */
  public boolean over() {
    return end.isDone();
  }

  /** Returns what comes of it; empty if who led it gave it up, and another has to. */
  public CompletableFuture<Optional<V>> end() {
    return end;
  }
}
