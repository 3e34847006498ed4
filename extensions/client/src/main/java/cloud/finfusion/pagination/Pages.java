package cloud.finfusion.pagination;

import java.util.Iterator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A list that fetches its pages when they are needed. Each iteration starts anew; an iterator is
 * for one thread, the list is for many. The methods that return a list leave this one as it is.
 *
 * <p>Each page is a call of its own with the options of the list, so each has the whole deadline. A
 * list that would never end throws {@link cloud.finfusion.error.InvalidResponseException}: at a
 * cursor that was seen before, and after 100 empty pages in a row.
 */
public interface Pages<T> extends Iterable<T> {
  /**
   * Iterates over the items of all pages. If a page fails, the iterator fetches it again when it is
   * asked again.
   */
  @Override
  Iterator<T> iterator();

  /** Returns the items of all pages; a page is fetched when its first item is asked for. */
  Stream<T> stream();

  /** Returns the pages, for code that keeps a page's cursor to resume later. */
  Iterable<Page<T>> pages();

  /**
   * Returns a list of the first items only, in each of its forms. Pages beyond them are not
   * fetched. A page that is cut has no cursor, as a list resumed there would lack what was cut off.
   *
   * @param items how many items at most; of several limits the smallest counts
   * @throws cloud.finfusion.runtime.InvalidArgumentException if it is negative
   */
  Pages<T> limit(long items);

  /**
   * Returns the list from a page on, with the same filters.
   *
   * @param cursor the {@link Page#nextCursor()} that was kept; null for the start of the list
   */
  Pages<T> from(@Nullable String cursor);

  /**
   * Returns a list that requests the next page while its caller works on this one; never more than
   * one page ahead, and none beyond a limit. If that page fails, its error is thrown where its
   * items would come. An iteration that is abandoned drops the page that was requested ahead.
   */
  Pages<T> prefetch();
}
