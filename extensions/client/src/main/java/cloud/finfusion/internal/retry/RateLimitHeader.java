package cloud.finfusion.internal.retry;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the header {@code RateLimit} of the IETF draft "RateLimit header fields for HTTP": policies
 * such as {@code "default";r=0;t=30}, where r requests are left and t seconds remain until there
 * are more. The vendor documents no such header; a proxy in between may send it.
 */
public final class RateLimitHeader {
  private static final Duration NOTHING_SAID = Duration.ZERO;

  /**
   * A policy and its parameters. All quantifiers are possessive, so that no value causes
   * backtracking.
   */
  private static final Pattern POLICY =
      Pattern.compile("\\G\\s*+\"[^\",;]*+\"\\s*+((?:;[^,;]*+)*+)(,?+)");

  private static final Pattern LEFT = parameter("r");
  private static final Pattern SECONDS = parameter("t");

  private RateLimitHeader() {}

  private static Pattern parameter(String name) {
    return Pattern.compile(";\\s*+" + name + "=([0-9]{1,9}+)\\s*+(?=;|$)");
  }

  /**
   * Returns the time until a request is allowed, by the policy that takes longest; null if one is
   * allowed now, or if the value is malformed.
   */
  public static @Nullable Duration parse(CharSequence value) {
    Duration longest = NOTHING_SAID;
    Matcher policy = POLICY.matcher(value);
    boolean more = true;
    while (more) {
      if (!policy.find()) {
        return null;
      }
      Long left = parameter(LEFT, value, policy);
      if (left == null) {
        return null;
      }
      Long seconds = parameter(SECONDS, value, policy);
      if (seconds != null && left == 0) {
        Duration wait = Duration.ofSeconds(seconds);
        longest = wait.compareTo(longest) > 0 ? wait : longest;
      }
      more = policy.end(2) > policy.start(2);
    }
    return policy.end() < value.length() || longest.equals(NOTHING_SAID) ? null : longest;
  }

  /**
   * Returns the first whole number of that name among a policy's parameters; null if there is none.
   */
  private static @Nullable Long parameter(Pattern name, CharSequence value, Matcher policy) {
    Matcher parameter = name.matcher(value).region(policy.start(1), policy.end(1));
    return parameter.find() ? Long.valueOf(parameter.group(1)) : null;
  }
}
