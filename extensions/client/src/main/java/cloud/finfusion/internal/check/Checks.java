package cloud.finfusion.internal.check;

import cloud.finfusion.runtime.InvalidArgumentException;
import java.time.Duration;

/** Checks the bounds of settings; the error names the setting. */
public final class Checks {
  private static final Duration ONE_DAY = Duration.ofDays(1);

  private Checks() {}

  public static void atLeastOne(String setting, long value) {
    if (value < 1) {
      throw new InvalidArgumentException(
          setting, "expected at least 1, got " + value + ". Raise it or leave it out");
    }
  }

  public static void within(String setting, long value, long least, long most) {
    if (value < least || value > most) {
      throw new InvalidArgumentException(
          setting, "expected " + least + " to " + most + ", got " + value);
    }
  }

  /** By how much each delay of a backoff may be longer than the one before. */
  public static void backoffFactor(String setting, double factor) {
    if (!(factor >= 1 && factor <= 100)) { // NaN is neither
      throw new InvalidArgumentException(setting, "expected 1 to 100, got " + factor);
    }
  }

  public static void upToOneDay(String setting, Duration time) {
    InvalidArgumentException.unlessPresent(setting, time);
    if (time.isNegative() || time.isZero() || time.compareTo(ONE_DAY) > 0) {
      throw new InvalidArgumentException(
          setting, "expected more than zero and at most one day, got " + time);
    }
  }
}
