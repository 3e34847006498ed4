package cloud.finfusion.internal.pagination;

import cloud.finfusion.pagination.Page;
import cloud.finfusion.pagination.Pages;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Fetches a page when the iteration reaches it.
 *
 * @param start the cursor of the first page; null for the start of the list
 * @param fetch fetches the page at a cursor
 */
public record LazyPages<T>(@Nullable String start, Function<@Nullable String, Page<T>> fetch)
    implements Pages<T> {
  @Override
  public Iterator<T> iterator() {
    return stream().iterator();
  }

  @Override
  public Stream<T> stream() {
    return StreamSupport.stream(pages().spliterator(), false)
        .flatMap(page -> page.items().stream());
  }

  @Override
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
