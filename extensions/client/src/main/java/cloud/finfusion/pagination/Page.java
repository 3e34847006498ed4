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
  /** Returns whether another page follows. */
  public boolean hasNext() {
    return nextCursor != null;
  }
}
