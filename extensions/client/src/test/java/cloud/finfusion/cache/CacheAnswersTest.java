package cloud.finfusion.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** The cache on a clock of its own; alone, as a million keys take the processor. */
@Isolated
class CacheAnswersTest {
  private static final Duration HOUR = Duration.ofHours(1);

  private final AtomicLong clock = new AtomicLong(42);
  private final List<String> dropped = new ArrayList<>();

  private AnswerCache<String> cache(CacheOptions.Builder options) {
    return new AnswerCache<>(options.onInvalidate(dropped::add).build(), clock::get);
  }

  private static CacheKey key(String name) {
    return new CacheKey("#" + name, name.substring(0, name.indexOf('.')), name);
  }

  private static Flight<String> load(AnswerCache<String> cache, String name) {
    Flight<String> flight = cache.board(key(name));
    assertThat(flight.leads()).isTrue();
    cache.land(flight, "value of " + name, HOUR);
    return flight;
  }

  @Test
  @DisplayName("C135 a million keys: never more than maxSize")
  void neverMoreThanItsSize() {
    AnswerCache<String> cache = cache(CacheOptions.builder().maxSize(1000));
    for (int i = 0; i < 1_000_000; i++) {
      load(cache, "customer." + i);
    }

    assertThat(cache.statistics().size()).isEqualTo(1000);
    assertThat(cache.statistics().misses()).isEqualTo(1_000_000);
  }

  @Test
  @DisplayName("C135 an answer is there one nanosecond before its time is over, and not at its end")
  void expiresExactly() {
    AnswerCache<String> cache = cache(CacheOptions.builder().ttl(Duration.ofMinutes(10)));
    load(cache, "customer.1");

    clock.addAndGet(Duration.ofMinutes(10).toNanos() - 1);
    assertThat(cache.board(key("customer.1")).over()).isTrue();
    clock.addAndGet(1);
    assertThat(cache.board(key("customer.1")).leads()).isTrue();
  }

  @Test
  void theShorterOfBothTimesCounts() {
    AnswerCache<String> cache = cache(CacheOptions.builder());
    Flight<String> flight = cache.board(key("customer.1"));
    cache.land(flight, "value", Duration.ofSeconds(5));

    clock.addAndGet(Duration.ofSeconds(5).toNanos());
    assertThat(cache.board(key("customer.1")).leads()).isTrue();
  }

  @Test
  @DisplayName("C129 invalidate drops what matches, tells it, and leaves the rest")
  void invalidate() {
    AnswerCache<String> cache = cache(CacheOptions.builder());
    for (String each :
        List.of("customer.cust_1", "customer.list.0a", "customerx.1", "payment.pay_1")) {
      load(cache, each);
    }

    assertThat(cache.invalidate("customer.*")).isEqualTo(2);

    assertThat(dropped).containsExactlyInAnyOrder("customer.cust_1", "customer.list.0a");
    assertThat(cache.statistics().size()).isEqualTo(2);
    assertThat(cache.board(key("customerx.1")).over()).isTrue();
    assertThat(cache.board(key("customer.cust_1")).leads()).isTrue();
  }

  @Test
  @DisplayName("C132 a write drops what the patterns name of its own family only")
  void written() {
    AnswerCache<String> cache = cache(CacheOptions.builder().invalidateOn("customer.*", "*.2"));
    List.of("customer.1", "card.1", "card.2", "webhook.2").forEach(each -> load(cache, each));

    cache.written("card");
    cache.written("payment");
    assertThat(dropped).containsExactly("card.2");
    cache.written("customer");
    assertThat(dropped).containsExactly("card.2", "customer.1");
  }

  @Test
  @DisplayName("C132 a read that started before a write keeps nothing of what it brings")
  void aReadThatStartedBeforeAWrite() {
    AnswerCache<String> cache = cache(CacheOptions.builder().invalidateOn("customer.*"));
    Flight<String> before = cache.board(key("customer.1"));

    cache.written("customer");

    Flight<String> after = cache.board(key("customer.1"));
    assertThat(after.leads()).isTrue();
    cache.land(before, "stale", HOUR);
    assertThat(before.end().join()).contains("stale");
    assertThat(cache.statistics().size()).isZero();
    cache.land(after, "fresh", HOUR);
    assertThat(cache.board(key("customer.1")).end().join()).contains("fresh");
  }

  @Test
  void aFlightThatIsGivenUpIsLedByTheNext() {
    AnswerCache<String> cache = cache(CacheOptions.builder());
    Flight<String> first = cache.board(key("customer.1"));
    Flight<String> second = cache.board(key("customer.1"));
    assertThat(second.leads()).isFalse();

    cache.abandon(first);

    assertThat(second.end().join()).isEqualTo(Optional.empty());
    assertThat(cache.board(key("customer.1")).leads()).isTrue();
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
    AnswerCache<String> cache = new AnswerCache<>(options, clock::get);
    load(cache, "customer.1");
    load(cache, "customer.2");

    assertThat(cache.invalidate("*")).isEqualTo(2);
  }
}
