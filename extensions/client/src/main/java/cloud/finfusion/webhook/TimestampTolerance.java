package cloud.finfusion.webhook;

import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Checks that a timestamp is close enough to now, in whole seconds and in both directions, so that
 * an intercepted webhook cannot be sent again later.
 */
record TimestampTolerance(long seconds, InstantSource clock) {
  /** Any number of this many digits fits in a long. */
  private static final int MOST_DIGITS = 18;

  /** Returns what is wrong with a timestamp; null if it is valid. */
  @Nullable VerificationFailure failure(String timestamp) {
    if (!isNumber(timestamp)) {
      return VerificationFailure.MALFORMED_TIMESTAMP;
    }
    long age = clock.instant().getEpochSecond() - Long.parseLong(timestamp);
    if (age > seconds) {
      return VerificationFailure.TOO_OLD;
    }
    return age < -seconds ? VerificationFailure.TOO_NEW : null;
  }

  /** ASCII digits only: {@code parseLong} takes a sign and the digits of other scripts. */
  private static boolean isNumber(String text) {
    if (text.isEmpty() || text.length() > MOST_DIGITS) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }
}
