package cloud.finfusion.internal.cache;

import cloud.finfusion.cache.Cache;
import cloud.finfusion.cache.CacheOptions;
import cloud.finfusion.cache.CacheStatistics;
import cloud.finfusion.internal.guard.Guard;
import cloud.finfusion.internal.pattern.KeyPattern;
import cloud.finfusion.spi.SharedInvalidation;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The cache as calls use it; users see {@link Cache}. Stores the results of reads, and makes one
 * exchange of equal reads at the same time.
 *
 * <p>A result is stored only while its read is listed as in flight, and invalidation removes the
 * read from that list before it drops stored results. A read that started before a write therefore
 * cannot restore what the write dropped.
 *
 * <p>Caches of other instances are notified of what a write, an event or {@link #invalidate} drops,
 * after it was dropped here. While it is not known what they changed, nothing is served or stored.
 *
 * @param <V> the result of a read
 */
public final class ResponseCache<V> implements Cache {
  private final CacheOptions options;
  private final List<KeyPattern> invalidateOn;
  private final com.github.benmanes.caffeine.cache.Cache<CacheKey, Cached<?>> kept;
  private final ConcurrentMap<CacheKey, InFlight<V>> inFlight = new ConcurrentHashMap<>();
  private final LongAdder hits = new LongAdder();
  private final LongAdder shared = new LongAdder();
  private final LongAdder misses = new LongAdder();
  private final OtherCaches others;

  /**
   * Makes an empty cache; the clock counts nanoseconds.
   *
   * @param onEvicted is given the family of each response that expired or was one too many
   */
  public ResponseCache(CacheOptions options, LongSupplier clock, Consumer<String> onEvicted) {
    this.options = options;
    this.invalidateOn =
        options.invalidateOn().stream().map(each -> KeyPattern.of("invalidateOn", each)).toList();
    this.kept =
        Caffeine.newBuilder()
            .maximumSize(options.maxSize())
            .expireAfter(new TimeToLive())
            .ticker(clock::getAsLong)
            .executor(Runnable::run) // no thread of its own, and the size limit holds at once
            .evictionListener(
                (@Nullable CacheKey key, @Nullable Cached<?> value, RemovalCause cause) -> {
                  if (value != null) {
                    onEvicted.accept(value.key().family());
                  }
                })
            .build();
    this.others = OtherCaches.of(options.sharedInvalidation(), new Listener());
  }

  /** Returns the result stored under the key; null if there is none. */
  public @Nullable V find(CacheKey key) {
    V found = others.current() ? stored(key) : null;
    if (found != null) {
      hits.increment();
    }
    return found;
  }

  @SuppressWarnings("unchecked") // only complete() puts values in
  private @Nullable V stored(CacheKey key) {
    Cached<?> found = kept.getIfPresent(key);
    return found == null ? null : (V) found.value();
  }

  /** Finds the result stored under the key, joins an equal read in flight, or starts one. */
  public InFlight<V> join(CacheKey key) {
    InFlight<V> own = InFlight.owned(key);
    InFlight<V> other = inFlight.putIfAbsent(key, own);
    if (other != null) {
      shared.increment();
      return other.joined();
    }
    V stored = find(key); // another read may have ended since the first lookup
    if (stored != null) {
      end(own, Optional.of(stored));
      return InFlight.ended(key, stored);
    }
    misses.increment();
    return own;
  }

  /**
   * Ends a read for all callers that wait for it.
   *
   * @param ttl for how long the operation allows to cache the result; zero for not at all
   */
  public void complete(InFlight<V> read, V value, Duration ttl) {
    if (!ttl.isZero() && others.current()) {
      Duration shorter = ttl.compareTo(options.ttl()) < 0 ? ttl : options.ttl();
      Cached<V> cached = new Cached<>(read.key(), value, shorter);
      inFlight.computeIfPresent(read.key(), (key, listed) -> keep(read, listed, cached));
    }
    end(read, Optional.of(value));
  }

  private InFlight<V> keep(InFlight<V> read, InFlight<V> listed, Cached<V> cached) {
    if (listed.end() == read.end()) {
      kept.put(read.key(), cached);
    }
    return listed;
  }

  /** Gives a read up: one of the callers that wait for it has to start another. */
  public void giveUp(InFlight<V> read) {
    end(read, Optional.empty());
  }

  private void end(InFlight<V> read, Optional<V> value) {
    inFlight.remove(
        read.key(),
        read); // first, so that a caller notified of the end does not find this read again
    read.end().complete(value);
  }

  @Override
  public int invalidate(String pattern) {
    int dropped = drop(KeyPattern.of("pattern", pattern));
    others.invalidated(pattern);
    return dropped;
  }

  private int drop(KeyPattern pattern) {
    return drop(key -> pattern.matches(key.name()));
  }

  /**
   * Drops what {@code invalidateOn} names of a family that changed, as by a write, here and in
   * other instances.
   */
  public void invalidateFamily(String family) {
    for (KeyPattern each : invalidateOn) {
      if (each.mayMatch(family)) {
        dropFamily(family);
        others.familyChanged(family);
        return;
      }
    }
  }

  private void dropFamily(String family) {
    drop(
        key ->
            key.family().equals(family)
                && invalidateOn.stream().anyMatch(each -> each.matches(key.name())));
  }

  private int drop(Predicate<CacheKey> which) {
    inFlight.keySet().removeIf(which);
    List<CacheKey> dropped =
        kept.asMap().keySet().stream()
            .filter(which)
            .filter(key -> kept.asMap().remove(key) != null)
            .toList();
    dropped.forEach(key -> Guard.accept("onInvalidate", options.onInvalidate(), key.name()));
    return dropped.size();
  }

  @Override
  public CacheStatistics statistics() {
    kept.cleanUp();
    return new CacheStatistics(hits.sum(), shared.sum(), misses.sum(), kept.estimatedSize());
  }

  /** Leaves the caches of other instances. */
  public void close() {
    others.close();
  }

  /** What others changed is dropped here as well. */
  private final class Listener implements SharedInvalidation.Listener {
    @Override
    public void familyChanged(String family) {
      dropFamily(family);
    }

    @Override
    public void invalidated(String pattern) {
      drop(KeyPattern.of("pattern", pattern));
    }

    @Override
    public void changesMissed() {
      drop(key -> true);
    }
  }
}
