package cloud.finfusion.internal.auth;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The age at which a key should be rotated: 90 days, as the vendor documents. */
public final class KeyAge {
  private static final Logger LOG = LoggerFactory.getLogger("cloud.finfusion");
  private static final Duration OLD = Duration.ofDays(90);

  private KeyAge() {}

  /** Returns whether a key of this age should be rotated. */
  public static boolean isOld(Duration age) {
    return age.compareTo(OLD) > 0;
  }

  /** Returns the age, and logs a warning if the key is old. */
  public static Duration warned(Duration age) {
    if (isOld(age)) {
      LOG.warn("the API key is {} days old; rotate it every {}", age.toDays(), OLD.toDays());
    }
    return age;
  }
}
