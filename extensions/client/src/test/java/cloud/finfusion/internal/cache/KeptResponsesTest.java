package cloud.finfusion.internal.cache;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.cache.CacheOptions;
import cloud.finfusion.cache.CacheStatistics;
import cloud.finfusion.spi.ReadKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is kept, for how long, what is counted of it, and who is notified when it goes. */
class KeptResponsesTest {
  private static final Duration HOUR = Duration.ofHours(1);

  private final AtomicLong clock = new AtomicLong(42);
  private final List<String> evicted = new ArrayList<>();

  private ResponseCache<String> cache(CacheOptions.Builder options) {
    return new ResponseCache<>(options.build(), clock::get, evicted::add);
  }

  private static CacheKey key(String family) {
    return CacheKey.of(ReadKey.of("test", Object.class, family), "owner", family, family + ".1");
  }

  private static void load(ResponseCache<String> cache, String family, Duration ttl) {
    cache.complete(cache.join(key(family)), "value of " + family, ttl);
  }

  private static @Nullable String found(ResponseCache<String> cache, String family) {
    return cache.find(key(family));
  }

  @Test
  void theFamilyOfWhatIsEvictedIsReported() {
    ResponseCache<String> cache = cache(CacheOptions.builder().maxSize(1));
    load(cache, "customer", HOUR);
    assertThat(evicted).isEmpty();

    load(cache, "webhook", HOUR);

    assertThat(evicted).singleElement().asString().isIn("customer", "webhook");
    assertThat(cache.statistics().size()).isEqualTo(1);
  }

  @Test
  void whatIsDroppedByItsNameIsNotEvicted() {
    ResponseCache<String> cache = cache(CacheOptions.builder());
    load(cache, "customer", HOUR);

    assertThat(cache.invalidate("*")).isEqualTo(1);

    assertThat(found(cache, "customer")).isNull();
    assertThat(evicted).isEmpty();
  }

  @Test
  void whatIsOverIsNotCounted() {
    ResponseCache<String> cache = cache(CacheOptions.builder().ttl(HOUR));
    load(cache, "customer", HOUR);
    assertThat(cache.statistics().size()).isEqualTo(1);

    clock.addAndGet(HOUR.toNanos());

    assertThat(cache.statistics().size()).isZero();
    assertThat(evicted).containsExactly("customer");
  }

  @ParameterizedTest(name = "kept for {0} s by the options, for {1} s by the operation: {2} s")
  @CsvSource({"60, 30, 30", "30, 60, 30", "30, 30, 30"})
  void theShorterTimeCountsHoweverOftenItIsRead(long options, long operation, long kept) {
    ResponseCache<String> cache = cache(CacheOptions.builder().ttl(Duration.ofSeconds(options)));
    load(cache, "customer", Duration.ofSeconds(operation));

    assertThat(found(cache, "customer")).isEqualTo("value of customer");
    clock.addAndGet(Duration.ofSeconds(kept).toNanos() - 1);
    assertThat(found(cache, "customer")).isEqualTo("value of customer");
    clock.addAndGet(1);
    assertThat(found(cache, "customer")).isNull();
  }

  @Test
  void aResponseThatMayNotBeKeptIsOnlyForThoseWhoWait() {
    ResponseCache<String> cache = cache(CacheOptions.builder());
    InFlight<String> read = cache.join(key("customer"));
    InFlight<String> follower = cache.join(key("customer"));

    cache.complete(read, "once", Duration.ZERO);

    assertThat(follower.end()).isCompletedWithValue(Optional.of("once"));
    assertThat(found(cache, "customer")).isNull();
    assertThat(cache.statistics()).isEqualTo(new CacheStatistics(0, 1, 1, 0));
  }

  @Test
  void whatWasFoundIsCounted() {
    ResponseCache<String> cache = cache(CacheOptions.builder());
    load(cache, "customer", HOUR);

    found(cache, "customer");
    found(cache, "customer");
    found(cache, "webhook");

    assertThat(cache.statistics()).isEqualTo(new CacheStatistics(2, 0, 1, 1));
  }
}
