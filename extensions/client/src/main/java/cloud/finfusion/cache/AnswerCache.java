package cloud.finfusion.cache;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The cache as the pipeline uses it; users see {@link Cache}. Keeps what trips bring, and makes one
 * trip of equal reads at the same time.
 *
 * <p>An answer is kept only while its flight is listed, and dropping takes the flight off the list
 * before it drops what is kept: a read that started before a write cannot bring back what the write
 * dropped.
 *
 * @param <V> what comes of a trip
 */
public final class AnswerCache<V> implements Cache {
  private final CacheOptions options;
  private final com.github.benmanes.caffeine.cache.Cache<CacheKey, Kept<V>> kept;
  private final ConcurrentMap<CacheKey, Flight<V>> flights = new ConcurrentHashMap<>();
  private final LongAdder hits = new LongAdder();
  private final LongAdder shared = new LongAdder();
  private final LongAdder misses = new LongAdder();

  private record Kept<V>(V value, Duration ttl) {}

  /** A cache that reads its time, in nanoseconds, from the clock. */
  public AnswerCache(CacheOptions options, LongSupplier clock) {
    this.options = options;
    this.kept =
        Caffeine.newBuilder()
            .maximumSize(options.maxSize())
            .expireAfter(Expiry.<CacheKey, Kept<V>>writing((key, value) -> value.ttl()))
            .ticker(clock::getAsLong)
            .executor(Runnable::run) // no thread of its own, and the size holds at once
            .build();
  }

  /** Finds what is kept under the key, or joins the flight to it, or starts one. */
  public Flight<V> board(CacheKey key) {
    Flight<V> landed = find(key);
    if (landed != null) {
      return landed;
    }
    Flight<V> own = Flight.led(key);
    Flight<V> other = flights.putIfAbsent(key, own);
    if (other != null) {
      shared.increment();
      return other.followed();
    }
    landed = find(key); // another flight may have landed between the two looks
    if (landed != null) {
      end(own, Optional.of(landed.end().join().orElseThrow()));
      return landed;
    }
    misses.increment();
    return own;
  }

  private @Nullable Flight<V> find(CacheKey key) {
    Kept<V> found = kept.getIfPresent(key);
    if (found == null) {
      return null;
    }
    hits.increment();
    return Flight.landed(key, found.value());
  }

  /**
   * Ends a flight for all who follow it.
   *
   * @param ttl for how long the operation allows to keep it; zero for not at all
   */
  public void land(Flight<V> flight, V value, Duration ttl) {
    if (!ttl.isZero()) {
      Duration shorter = ttl.compareTo(options.ttl()) < 0 ? ttl : options.ttl();
      flights.computeIfPresent(
          flight.key(), (key, listed) -> keep(flight, listed, new Kept<>(value, shorter)));
    }
    end(flight, Optional.of(value));
  }

  private Flight<V> keep(Flight<V> flight, Flight<V> listed, Kept<V> answer) {
    if (listed == flight) {
      kept.put(flight.key(), answer);
    }
    return listed;
  }

  /** Gives a flight up: one of those who follow it has to start another. */
  public void abandon(Flight<V> flight) {
    end(flight, Optional.empty());
  }

  private void end(Flight<V> flight, Optional<V> value) {
    flights.remove(flight.key(), flight);
    flight.end().complete(value);
  }

  @Override
  public int invalidate(String pattern) {
    KeyPattern matching = KeyPattern.of("pattern", pattern);
    return drop(key -> matching.matches(key.name()));
  }

  @Override
  public void written(String family) {
    List<KeyPattern> patterns = options.invalidateOn();
    if (!patterns.isEmpty()) {
      drop(
          key ->
              key.family().equals(family)
                  && patterns.stream().anyMatch(each -> each.matches(key.name())));
    }
  }

  private int drop(Predicate<CacheKey> which) {
    flights.keySet().removeIf(which);
    List<CacheKey> dropped =
        kept.asMap().keySet().stream()
            .filter(which)
            .filter(key -> kept.asMap().remove(key) != null)
            .toList();
    dropped.forEach(key -> options.dropped(key.name()));
    return dropped.size();
  }

  @Override
  public CacheStatistics statistics() {
    kept.cleanUp();
    return new CacheStatistics(hits.sum(), shared.sum(), misses.sum(), kept.estimatedSize());
  }
}
