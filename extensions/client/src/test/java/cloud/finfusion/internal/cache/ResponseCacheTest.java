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
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** The cache on a clock of its own; alone, as a million keys take the processor. */
@Isolated
class ResponseCacheTest {
  private static final Duration HOUR = Duration.ofHours(1);

  private final AtomicLong clock = new AtomicLong(42);
  private final List<String> dropped = new ArrayList<>();
  private final List<String> evicted = new ArrayList<>();

  private ResponseCache<String> cache(CacheOptions.Builder options) {
    return new ResponseCache<>(
        options.onInvalidate(dropped::add).build(), clock::get, evicted::add);
  }

  private static CacheKey key(String name) {
    return CacheKey.of(
        ReadKey.of("test", Object.class, name),
        "owner",
        name.substring(0, name.indexOf('.')),
        name);
  }

  private static InFlight<String> load(ResponseCache<String> cache, String name) {
    InFlight<String> read = cache.join(key(name));
    assertThat(read.isOwner()).isTrue();
    cache.complete(read, "value of " + name, HOUR);
    return read;
  }

  @Test
  @Tag("slow")
  @DisplayName("C135 a million keys: never more than maxSize")
  void neverMoreThanItsSize() {
    ResponseCache<String> cache = cache(CacheOptions.builder().maxSize(1000));
    for (int i = 0; i < 1_000_000; i++) {
      load(cache, "customer." + i);
    }

    assertThat(cache.statistics().size()).isEqualTo(1000);
    assertThat(cache.statistics().misses()).isEqualTo(1_000_000);
  }

  @Test
  @DisplayName(
      "C135 a response is there one nanosecond before its time is over, and not at its end")
  void expiresExactly() {
    ResponseCache<String> cache = cache(CacheOptions.builder().ttl(Duration.ofMinutes(10)));
    load(cache, "customer.1");

    clock.addAndGet(Duration.ofMinutes(10).toNanos() - 1);
    assertThat(cache.join(key("customer.1")).end()).isDone();
    clock.addAndGet(1);
    assertThat(cache.join(key("customer.1")).isOwner()).isTrue();
  }

  @Test
  void theShorterOfBothTimesCounts() {
    ResponseCache<String> cache = cache(CacheOptions.builder());
    InFlight<String> read = cache.join(key("customer.1"));
    cache.complete(read, "value", Duration.ofSeconds(5));

    clock.addAndGet(Duration.ofSeconds(5).toNanos());
    assertThat(cache.join(key("customer.1")).isOwner()).isTrue();
  }

  @Test
  @DisplayName("C129 invalidate drops what matches, tells it, and leaves the rest")
  void invalidate() {
    ResponseCache<String> cache = cache(CacheOptions.builder());
    for (String each :
        List.of("customer.cust_1", "customer.list.0a", "customerx.1", "payment.pay_1")) {
      load(cache, each);
    }

    assertThat(cache.invalidate("customer.*")).isEqualTo(2);

    assertThat(dropped).containsExactlyInAnyOrder("customer.cust_1", "customer.list.0a");
    assertThat(cache.statistics().size()).isEqualTo(2);
    assertThat(cache.join(key("customerx.1")).end()).isDone();
    assertThat(cache.join(key("customer.cust_1")).isOwner()).isTrue();
  }

  @Test
  @DisplayName("C132 a write drops what the patterns name of its own family only")
  void written() {
    ResponseCache<String> cache = cache(CacheOptions.builder().invalidateOn("customer.*", "*.2"));
    List.of("customer.1", "card.1", "card.2", "webhook.2").forEach(each -> load(cache, each));

    cache.invalidateFamily("card");
    cache.invalidateFamily("payment");
    assertThat(dropped).containsExactly("card.2");
    cache.invalidateFamily("customer");
    assertThat(dropped).containsExactly("card.2", "customer.1");
  }

  @Test
  @DisplayName("C132 a read that started before a write keeps nothing of what it brings")
  void aReadThatStartedBeforeAWrite() {
    ResponseCache<String> cache = cache(CacheOptions.builder().invalidateOn("customer.*"));
    InFlight<String> before = cache.join(key("customer.1"));

    cache.invalidateFamily("customer");

    InFlight<String> after = cache.join(key("customer.1"));
    assertThat(after.isOwner()).isTrue();
    cache.complete(before, "stale", HOUR);
    assertThat(before.end().join()).contains("stale");
    assertThat(cache.statistics().size()).isZero();
    cache.complete(after, "fresh", HOUR);
    assertThat(cache.join(key("customer.1")).end().join()).contains("fresh");
  }

  @Test
  void aReadThatIsGivenUpIsLedByTheNext() {
    ResponseCache<String> cache = cache(CacheOptions.builder());
    InFlight<String> first = cache.join(key("customer.1"));
    InFlight<String> second = cache.join(key("customer.1"));
    assertThat(second.isOwner()).isFalse();

    cache.giveUp(first);

    assertThat(second.end().join()).isEqualTo(Optional.empty());
    assertThat(cache.join(key("customer.1")).isOwner()).isTrue();
    assertThat(cache.statistics()).isEqualTo(new CacheStatistics(0, 1, 2, 0));
  }

  @Test
  void whatOnInvalidateThrowsStopsNothing() {
    CacheOptions options =
        CacheOptions.builder()
            .onInvalidate(
                key -> {
                  throw new IllegalStateException(key);
                })
            .build();
    ResponseCache<String> cache = new ResponseCache<>(options, clock::get, evicted::add);
    load(cache, "customer.1");
    load(cache, "customer.2");

    assertThat(cache.invalidate("*")).isEqualTo(2);
  }
}
