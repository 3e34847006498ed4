package cloud.finfusion.pagination;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A list that fetches its pages when they are needed. Each iteration starts anew; an iterator is
 * for one thread, this is for many.
 */
public final class Pages<T> implements Iterable<T> {
  private final @Nullable String start;
  private final Function<@Nullable String, Page<T>> fetch;

  /** The list from the cursor on, null for its start; the function fetches one page. */
  public Pages(@Nullable String start, Function<@Nullable String, Page<T>> fetch) {
    this.start = start;
    this.fetch = fetch;
  }

  /** Iterates over the items of all pages. */
  @Override
  public Iterator<T> iterator() {
    return stream().iterator();
  }

  /** Returns the items of all pages; a page is fetched when its first item is asked for. */
  public Stream<T> stream() {
    return StreamSupport.stream(pages().spliterator(), false)
        .flatMap(page -> page.items().stream());
  }

  /** Returns the pages, for those who keep a page's cursor to resume later. */
  public Iterable<Page<T>> pages() {
    return PageIterator::new;
  }

  private final class PageIterator implements Iterator<Page<T>> {
    private @Nullable Page<T> last;

    @Override
    public boolean hasNext() {
      return last == null || last.hasNext();
    }

    @Override
    public Page<T> next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      Page<T> next = fetch.apply(last == null ? start : last.nextCursor());
      last = next;
      return next;
    }
  }
}
