package cloud.finfusion.pagination;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items the items of this page
 * @param nextCursor where the next page starts; null on the last page. Keep the cursor to resume
 *     later.
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {
  /** Returns whether another page follows. */
  public boolean hasNext() {
    return nextCursor != null;
  }
}
