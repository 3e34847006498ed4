package cloud.finfusion.pagination;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items what it holds
 * @param nextCursor where the next page starts; null on the last page. Keep it to resume later.
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {
  /** The page of an answer, whose cursor counts only if it says that there is more. */
  public static <T> Page<T> of(List<T> items, boolean hasMore, @Nullable String nextCursor) {
    return new Page<>(items, hasMore ? nextCursor : null);
  }

  /** Returns whether another page follows. */
  public boolean hasNext() {
    return nextCursor != null;
  }
}
