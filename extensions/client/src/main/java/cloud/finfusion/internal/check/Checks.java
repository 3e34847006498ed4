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

  public static void upToOneDay(String setting, Duration time) {
    InvalidArgumentException.unlessPresent(setting, time);
    if (time.isNegative() || time.isZero() || time.compareTo(ONE_DAY) > 0) {
      throw new InvalidArgumentException(
          setting, "expected more than zero and at most one day, got " + time);
    }
  }
}
