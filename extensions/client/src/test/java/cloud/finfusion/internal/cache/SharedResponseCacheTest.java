package cloud.finfusion.internal.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.cache.CacheOptions;
import cloud.finfusion.cache.CacheStatistics;
import cloud.finfusion.runtime.InvalidArgumentException;
import cloud.finfusion.spi.ReadKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A cache that others notify, and that notifies others. */
class SharedResponseCacheTest {
  private static final Duration HOUR = Duration.ofHours(1);

  private final FakeSharing others = new FakeSharing();
  private final List<String> dropped = new ArrayList<>();
  private final ResponseCache<String> cache =
      new ResponseCache<>(
          CacheOptions.builder()
              .invalidateOn("customer.*")
              .onInvalidate(dropped::add)
              .sharedInvalidation(others)
              .build(),
          () -> 42,
          family -> {});

  private static CacheKey key(String name) {
    String family = name.substring(0, name.indexOf('.'));
    return CacheKey.of(ReadKey.of("test", Object.class, name), "owner", family, name);
  }

  private void load(String name) {
    cache.complete(cache.join(key(name)), "value of " + name, HOUR);
  }

  private @Nullable String found(String name) {
    return cache.find(key(name));
  }

  @Test
  void othersAreNotifiedOfAFamilyThatChangedAndOfAPattern() {
    cache.invalidateFamily("customer");
    cache.invalidate("*.cust_1");

    assertThat(others.notified).containsExactly("family customer", "pattern *.cust_1");
  }

  @Test
  void othersAreNotNotifiedOfAFamilyThatNoPatternNames() {
    cache.invalidateFamily("payment");

    assertThat(others.notified).isEmpty();
  }

  @Test
  void aPatternThatMatchesNothingAnywhereIsRefusedBeforeOthersAreNotified() {
    assertThatThrownBy(() -> cache.invalidate("customer"))
        .isInstanceOf(InvalidArgumentException.class);

    assertThat(others.notified).isEmpty();
  }

  @Test
  void whatOthersChangedIsDroppedAndNotNotifiedAgain() {
    List.of("customer.1", "webhook.1", "webhook.2").forEach(this::load);

    others.cache().familyChanged("customer");
    others.cache().familyChanged("webhook");
    others.cache().invalidated("webhook.1");

    assertThat(dropped).containsExactly("customer.1", "webhook.1");
    assertThat(found("webhook.2")).isNotNull();
    assertThat(others.notified).isEmpty();
  }

  @Test
  void aReadUnderWayKeepsNothingOfWhatOthersChanged() {
    InFlight<String> before = cache.join(key("customer.1"));

    others.cache().familyChanged("customer");

    assertThat(cache.join(key("customer.1")).isOwner()).isTrue();
    cache.complete(before, "stale", HOUR);
    assertThat(before.end().join()).contains("stale");
    assertThat(found("customer.1")).isNull();
  }

  @Test
  void allIsDroppedWhenChangesMayHaveBeenMissed() {
    List.of("customer.1", "webhook.1").forEach(this::load);
    InFlight<String> before = cache.join(key("customer.2"));

    others.cache().changesMissed();
    cache.complete(before, "stale", HOUR);

    assertThat(dropped).containsExactlyInAnyOrder("customer.1", "webhook.1");
    assertThat(found("customer.2")).isNull();
  }

  @Test
  void nothingIsServedWhileItIsNotKnownWhatOthersChanged() {
    load("customer.1");

    others.current = false;
    assertThat(found("customer.1")).isNull();
    assertThat(cache.join(key("customer.1")).isOwner()).isTrue();
    others.current = true;

    assertThat(found("customer.1")).isEqualTo("value of customer.1");
  }

  @Test
  void nothingIsStoredWhileItIsNotKnownWhatOthersChanged() {
    others.current = false;
    load("customer.1");
    others.current = true;

    assertThat(found("customer.1")).isNull();
  }

  @Test
  void equalReadsShareAnExchangeAlsoWhileNothingIsServed() {
    others.current = false;

    InFlight<String> first = cache.join(key("customer.1"));

    assertThat(cache.join(key("customer.1")).isOwner()).isFalse();
    cache.complete(first, "value", HOUR);
    assertThat(cache.statistics()).isEqualTo(new CacheStatistics(0, 1, 1, 0));
  }

  @Test
  void aClosedCacheLeavesTheOthers() {
    cache.close();

    assertThat(others.notified).containsExactly("closed");
  }
}
