package cloud.finfusion.pagination;

import cloud.finfusion.error.CallFacts;
import cloud.finfusion.error.InvalidResponseException;
import cloud.finfusion.error.Outcome;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items what it holds
 * @param nextCursor where the next page starts; null on the last page. Keep it to resume later.
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {
  /**
   * The page of an answer.
   *
   * @throws InvalidResponseException if it says that there is more, but not where: the rest would
   *     be missing without anybody noticing
   */
  public static <T> Page<T> of(
      String operation, List<T> items, boolean hasMore, @Nullable String nextCursor) {
    if (hasMore && nextCursor == null) {
      throw new InvalidResponseException(
          new CallFacts(operation, Outcome.UNKNOWN, false, 1, Duration.ZERO, null),
          "$",
          "expected a cursor, as there is more, got none");
    }
    return new Page<>(items, hasMore ? nextCursor : null);
  }

  /** Returns whether another page follows. */
  public boolean hasNext() {
    return nextCursor != null;
  }
}
