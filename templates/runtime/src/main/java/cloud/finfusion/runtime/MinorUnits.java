// Money conversion that never rounds.
package cloud.finfusion.runtime;

import java.math.BigDecimal;
import java.util.Currency;

/** The minor units of currencies, as ISO 4217 gives them (by {@link Currency}). */
public final class MinorUnits {
  /** More characters than any amount has; keeps hostile texts away from BigDecimal. */
  private static final int LONGEST = 40;

  private MinorUnits() {}

  /**
   * Returns the amount in minor units, exactly.
   *
   * @throws InvalidArgumentException if the text is no number, has too many decimals or does not
   *     fit, or the currency is unknown or has no minor unit
   */
  public static long of(String model, String major, String currency) {
    InvalidArgumentException.unlessPresent(model, major);
    if (major.length() > LONGEST || !major.matches("-?[0-9]+(\\.[0-9]+)?")) {
      throw refused(model, currency, "text");
    }
    return of(model, new BigDecimal(major), currency);
  }

  /**
   * Returns the amount in minor units, exactly, however the number is scaled.
   *
   * @throws InvalidArgumentException if the number has too many decimals or does not fit, or the
   *     currency is unknown or has no minor unit
   */
  public static long of(String model, BigDecimal major, String currency) {
    int decimals = decimals(model, currency);
    InvalidArgumentException.unlessPresent(model, major);
    try {
      // Changes the scale alone: the digits of 1E+999999999 would fill the memory.
      return major.scaleByPowerOfTen(decimals).longValueExact();
    } catch (ArithmeticException notExact) {
      throw refused(model, currency, "number");
    }
  }

  private static InvalidArgumentException refused(String model, String currency, String got) {
    return new InvalidArgumentException(
        model,
        ("expected a decimal number of %s with at most %s decimals, as 9.95 with a dot, that fits"
                + " 64 bits of minor units, got another %s. Write it so; round it first if it"
                + " has more decimals")
            .formatted(currency, decimals(model, currency), got));
  }

  /**
   * Returns the currency's number of decimals.
   *
   * @throws InvalidArgumentException if the currency is unknown or has no minor unit
   */
  public static int decimals(String model, String currency) {
    try {
      int decimals = Currency.getInstance(currency).getDefaultFractionDigits();
      if (decimals >= 0) {
        return decimals;
      }
    } catch (IllegalArgumentException | NullPointerException unknown) {
      // Said below, for both cases alike.
    }
    throw new InvalidArgumentException(
        model, "expected a currency of ISO 4217 with a minor unit. Use minor units instead");
  }
}
