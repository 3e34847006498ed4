package cloud.finfusion.internal.batch;

import cloud.finfusion.internal.call.ItemError;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The waits before the items of one response are sent again. The rules are asked once for each
 * status, as what they allow is one request, however many items it holds.
 */
final class Delays {
  private final IntFunction<@Nullable Duration> rules;
  private final Map<Integer, Optional<Duration>> known = new HashMap<>(); // by status
  private Duration longest = Duration.ZERO;

  Delays(IntFunction<@Nullable Duration> rules) {
    this.rules = rules;
  }

  /** Returns whether an item with this error is sent again. */
  boolean allow(ItemError error) {
    Optional<Duration> delay =
        known.computeIfAbsent(error.status(), status -> Optional.ofNullable(rules.apply(status)));
    delay.filter(wait -> wait.compareTo(longest) > 0).ifPresent(wait -> longest = wait);
    return delay.isPresent();
  }

  /** Returns the longest wait of those that are sent again; zero if none is. */
  Duration longest() {
    return longest;
  }
}
