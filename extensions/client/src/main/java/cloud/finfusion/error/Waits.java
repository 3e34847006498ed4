package cloud.finfusion.error;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The advice for errors after which waiting helps. */
final class Waits {
  private Waits() {}

  static String advice(String reason, @Nullable Duration retryAfter) {
    return retryAfter == null
        ? reason + ". Try again later."
        : reason + ", and it asks to wait " + retryAfter.toSeconds() + " s. Try again after that.";
  }
}
