package cloud.finfusion.webhook;

import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Whether a timestamp is near enough to now, in whole seconds and in both directions, so that what
 * was overheard cannot be sent again later.
 */
record TimestampTolerance(long seconds, InstantSource clock) {
  /** What fits in a long, whatever the digits. */
  private static final int MOST_DIGITS = 18;

  /** Returns what is wrong with it; null for nothing. */
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
