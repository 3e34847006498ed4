package cloud.finfusion.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cloud.finfusion.model.Amount;
import cloud.finfusion.runtime.InvalidArgumentException;
import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Money is exact or refused, never rounded. Alone, because it changes the JVM's default locale. */
@Isolated
class MoneyTest {
  @ParameterizedTest
  @CsvSource({
    "10.00, USD, 1000",
    "10, USD, 1000",
    "10.0, USD, 1000",
    "0.01, USD, 1",
    "10, JPY, 10",
    "10.0, JPY, 10",
    "1.234, KWD, 1234",
    "1.2345, CLF, 12345",
    "-10.99, EUR, -1099",
    "0, USD, 0",
    "-0.00, USD, 0",
    "92233720368547758.07, USD, 9223372036854775807",
    "-92233720368547758.08, USD, -9223372036854775808"
  })
  @DisplayName("C090 C091 C092 major units to minor units, exactly")
  void majorUnitsBecomeMinorUnits(String major, String currency, long minor) {
    Amount amount = Amount.ofMajor(major, currency);
    assertThat(amount).isEqualTo(Amount.ofMinor(minor, currency));
    assertThat(amount.toMajor()).isEqualByComparingTo(new BigDecimal(major));
    assertThat(Amount.ofMajor(new BigDecimal(major), currency)).isEqualTo(amount);
    assertThat(Amount.ofMajor(amount.toMajor().stripTrailingZeros(), currency)).isEqualTo(amount);
  }

  /** A number of a request's JSON may have any scale, and must not fill the memory. */
  @ParameterizedTest
  @ValueSource(
      strings = {"10.999", "92233720368547758.08", "1E+17", "1E+999999999", "1E-999999999"})
  @DisplayName("C090 C091 C092 a number that is not exact is refused, never rounded or wrapped")
  void aNumberThatIsNotExactIsRefused(BigDecimal major) {
    assertThatExceptionOfType(InvalidArgumentException.class)
        .isThrownBy(() -> Amount.ofMajor(major, "USD"))
        .withMessageStartingWith("Amount: expected a decimal number of USD with at most 2 decimals")
        .satisfies(e -> assertThat(e.problem()).doesNotContain(major.toString()));
  }

  @ParameterizedTest
  @CsvSource({
    "10.999, USD",
    "10.5, JPY",
    "1.2345, KWD",
    "1.23456, CLF",
    "92233720368547758.08, USD",
    "-92233720368547758.09, USD",
    "9223372036854775808, JPY",
    "1e3, USD",
    "'1,000', USD",
    "'10,00', EUR",
    "' 10', USD",
    "+10, USD",
    ".5, USD",
    "5., USD",
    "'', USD",
    "NaN, USD",
    "0x10, USD",
    "١٠, USD",
    "00000000000000000000000000000000000000000000000001, USD"
  })
  @DisplayName("C090 C091 C092 refused, never rounded or wrapped")
  void whatIsNotExactIsRefused(String major, String currency) {
    assertThatExceptionOfType(InvalidArgumentException.class)
        .isThrownBy(() -> Amount.ofMajor(major, currency))
        .withMessageStartingWith("Amount: expected a decimal number of " + currency)
        .satisfies(e -> assertThat(major.isEmpty() || !e.problem().contains(major)).isTrue());
  }

  @ParameterizedTest
  @NullSource
  void anAmountThatIsMissingIsRefused(BigDecimal missing) {
    assertThatExceptionOfType(InvalidArgumentException.class)
        .isThrownBy(() -> Amount.ofMajor(missing, "USD"))
        .withMessage("Amount: expected a value, got null. Build it first");
  }

  @ParameterizedTest
  @ValueSource(strings = {"XXX", "XAU", "ZZZ", "usd", "US", "", "USDT", "٣٤٥"})
  void currencyWithoutMinorUnitIsRefused(String currency) {
    assertThatExceptionOfType(InvalidArgumentException.class)
        .isThrownBy(() -> Amount.ofMajor("10", currency))
        .withMessageContaining("ISO 4217");
  }

  @ParameterizedTest
  @ValueSource(strings = {"usd", "US", "", "USDT", "U\u0405D", "USD\n"})
  void currencyThatIsNotThreeCapitalsIsRefused(String currency) {
    assertThatExceptionOfType(InvalidArgumentException.class)
        .isThrownBy(() -> Amount.ofMinor(1, currency))
        .withMessageContaining("Amount.currency");
  }

  @ParameterizedTest
  @ValueSource(longs = {Long.MIN_VALUE, -1, 0, 1, Long.MAX_VALUE})
  @DisplayName("C092 negative, zero and extreme amounts are kept as they are")
  void everyWholeNumberOfMinorUnitsIsKept(long minor) {
    Amount amount = Amount.ofMinor(minor, "USD");
    assertThat(Amount.fromJson(amount.toJson())).isEqualTo(amount);
    assertThat(Amount.ofMajor(amount.toMajor().toPlainString(), "USD")).isEqualTo(amount);
  }

  @Test
  @DisplayName("C094 the same money is equal, whatever its spelling")
  void sameMoneyIsEqual() {
    Amount one = Amount.ofMajor("10.0", "USD");
    Amount other = Amount.ofMajor("10.00", "USD");
    assertThat(one).isEqualTo(other).hasSameHashCodeAs(other).hasToString(other.toString());
    assertThat(one.toJson()).isEqualTo(other.toJson());
    assertThat(Amount.fromJson("{\"currency\":\"USD\",\"value\":1e3}")).isEqualTo(one);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ar-EG-u-nu-arab", "de-DE", "fa-IR-u-nu-arabext", "hi-IN-u-nu-deva", "tr-TR"})
  @DisplayName("C095 digits and separators in every locale")
  void textIsTheSameInEveryLocale(String tag) {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag(tag));
      Amount amount = Amount.ofMajor("-1234567.89", "USD");
      assertThat(amount.toJson()).isEqualTo("{\"value\":-123456789,\"currency\":\"USD\"}");
      assertThat(amount).hasToString("Amount{value=-123456789, currency=USD}");
      assertThat(amount.toMajor()).hasToString("-1234567.89");
      assertThatExceptionOfType(InvalidArgumentException.class)
          .isThrownBy(() -> Amount.ofMajor("0.001", "USD"))
          .withMessageContaining("at most 2 decimals");
    } finally {
      Locale.setDefault(before);
    }
  }
}
