package cloud.finfusion.internal.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.cache.CacheOptions;
import cloud.finfusion.internal.cache.NoCache;
import cloud.finfusion.runtime.InvalidArgumentException;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code *} is any run of characters, all else is itself. */
class KeyPatternTest {
  @ParameterizedTest
  @DisplayName("C129 a pattern names a family and nothing that only looks like it")
  @CsvSource({
    "customer.*, customer.cust_1, true",
    "customer.*, customer.list.0a1b, true",
    "customer.*, customerx.1, false",
    "customer.*, payment.pay_1, false",
    "customer.*, a.customer.1, false",
    "customer.list.*, customer.list.0a1b, true",
    "customer.list.*, customer.cust_1, false",
    "*, payment.pay_1, true",
    "*.pay_1, payment.pay_1, true",
    "*.pay_1, payment.pay_11, false",
    "c*r.*_1, customer.cust_1, true",
    "c*r.*_1, customer.cust_2, false",
    "customer.cust_1**, customer.cust_1, true",
    "customer.cust_1, customer.cust_1, true",
    "customer.cust_1, customer.cust_12, false",
    "customer.cust_12, customer.cust_1, false",
  })
  void aPattern(String pattern, String key, boolean matches) {
    assertThat(KeyPattern.of("pattern", pattern).matches(key)).isEqualTo(matches);
  }

  @ParameterizedTest
  @CsvSource({
    "customer.*, true",
    "customer.cust_1, true",
    "c*, true",
    "customer*, true",
    "customers*, false",
    "*.list.*, true",
    "customerx.*, false",
    "payment.*, false",
    "payment.pay_1, false",
  })
  void aPatternMayMatchKeysOfItsFamilies(String pattern, boolean may) {
    assertThat(KeyPattern.of("pattern", pattern).mayMatch("customer")).isEqualTo(may);
  }

  @ParameterizedTest
  @DisplayName("C130 characters of regular expressions and globs are themselves")
  @ValueSource(strings = {"?", "[a]", "\\", "^", "$", "a.b", "(", "{1}", "a|b", "é", "+"})
  void literally(String id) {
    assertThat(new KeyPattern("customer." + id).matches("customer." + id)).isTrue();
    assertThat(new KeyPattern("customer." + id).matches("customer.aXb")).isFalse();
    assertThat(new KeyPattern("customer.*").matches("customer." + id)).isTrue();
  }

  @Test
  @DisplayName("C130 a pattern made to be slow is not")
  void slow() {
    String key = "a.".repeat(2_000);
    assertThat(new KeyPattern("*a".repeat(50) + "*b").matches(key)).isFalse();
  }

  @Test
  void whatCanMatchNoKeyIsRefused() {
    assertThatThrownBy(() -> CacheOptions.builder().invalidateOn("customer").build())
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessage("invalidateOn: expected a pattern of keys, as customer.*, got \"customer\"");
    assertThatThrownBy(() -> new NoCache().invalidate(""))
        .isInstanceOf(InvalidArgumentException.class);
  }

  @Test
  void optionsAreCheckedAndHaveTheVendorsDefaults() {
    CacheOptions defaults = CacheOptions.builder().build();
    assertThat(defaults).hasToString("CacheOptions{ttl=PT1H, maxSize=1000, invalidateOn=[]}");
    assertThatThrownBy(() -> CacheOptions.builder().ttl(Duration.ZERO).build())
        .hasMessage("ttl: expected more than zero and at most 30 days, got PT0S");
    assertThatThrownBy(() -> CacheOptions.builder().maxSize(0).build())
        .hasMessage("maxSize: expected 1 to 10000000, got 0");
  }
}
