package cloud.finfusion.internal.pagination;

import cloud.finfusion.pagination.Page;
import cloud.finfusion.runtime.InvalidArgumentException;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is read of a list, and how. Immutable.
 *
 * @param operation the operation's name, for errors
 * @param start the cursor of the first page; null for the start of the list
 * @param limit how many items at most
 * @param prefetch whether the next page is requested while the caller works on this one
 * @param check makes, from the start of each pass, what checks the pages of that pass in order
 */
public record Selection<T>(
    String operation,
    @Nullable String start,
    long limit,
    boolean prefetch,
    Function<@Nullable String, UnaryOperator<Page<T>>> check) {

  /** All items from a cursor on. */
  public static <T> Selection<T> from(String operation, @Nullable String start) {
    return new Selection<>(
        operation, start, Long.MAX_VALUE, false, any -> UnaryOperator.identity());
  }

  /** The same with pages that are checked, and changed perhaps, before their items are counted. */
  public Selection<T> checked(Function<@Nullable String, UnaryOperator<Page<T>>> each) {
    return new Selection<>(operation, start, limit, prefetch, each);
  }

  Selection<T> from(@Nullable String cursor) {
    return new Selection<>(operation, cursor, limit, prefetch, check);
  }

  Selection<T> limitedTo(long items) {
    if (items < 0) {
      throw new InvalidArgumentException("limit", "expected 0 or more");
    }
    return new Selection<>(operation, start, Math.min(limit, items), prefetch, check);
  }

  Selection<T> prefetching() {
    return new Selection<>(operation, start, limit, true, check);
  }

  Selection<T> onePageAtATime() {
    return new Selection<>(operation, start, limit, false, check);
  }
}
