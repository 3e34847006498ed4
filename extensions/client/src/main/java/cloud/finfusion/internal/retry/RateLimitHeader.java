package cloud.finfusion.internal.retry;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Reads the header {@code RateLimit} of the IETF draft "RateLimit header fields for HTTP": policies
 * such as {@code "default";r=0;t=30}, where r requests are left and t seconds remain until there
 * are more. The vendor documents neither it nor another; a proxy in between may send it.
 */
public final class RateLimitHeader {
  private static final Duration NOTHING_SAID = Duration.ZERO;

  private RateLimitHeader() {}

  /**
   * Returns how long no request is left, by the policy that takes longest; null if one is left, or
   * if the value is of another form.
   */
  public static @Nullable Duration parse(String value) {
    Duration longest = NOTHING_SAID;
    for (String policy : value.split(",", -1)) {
      String[] parts = policy.split(";", -1);
      String left = parameter(parts, "r");
      String seconds = parameter(parts, "t");
      if (!parts[0].strip().matches("\"[^\"]*\"") || left == null) {
        return null;
      }
      if (seconds != null && Long.parseLong(left) == 0) {
        Duration wait = Duration.ofSeconds(Long.parseLong(seconds));
        longest = wait.compareTo(longest) > 0 ? wait : longest;
      }
    }
    return longest.equals(NOTHING_SAID) ? null : longest;
  }

  /** The whole number of that name; null if there is none. */
  private static @Nullable String parameter(String[] parts, String name) {
    for (String part : parts) {
      if (part.strip().matches(name + "=[0-9]{1,9}")) {
        return part.strip().substring(name.length() + 1);
      }
    }
    return null;
  }
}
