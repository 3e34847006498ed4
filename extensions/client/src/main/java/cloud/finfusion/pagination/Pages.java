package cloud.finfusion.pagination;

import java.util.Iterator;
import java.util.stream.Stream;

/**
 * A list that fetches its pages when they are needed. Each iteration starts anew; an iterator is
 * for one thread, the list is for many.
 */
public interface Pages<T> extends Iterable<T> {
  /** Iterates over the items of all pages. */
  @Override
  Iterator<T> iterator();

  /** Returns the items of all pages; a page is fetched when its first item is asked for. */
  Stream<T> stream();

  /** Returns the pages, for code that keeps a page's cursor to resume later. */
  Iterable<Page<T>> pages();
}
