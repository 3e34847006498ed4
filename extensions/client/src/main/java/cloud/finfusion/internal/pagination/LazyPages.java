package cloud.finfusion.internal.pagination;

import cloud.finfusion.pagination.Page;
import cloud.finfusion.pagination.Pages;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Fetches a page when the iteration reaches it, or one page earlier.
 *
 * @param fetch fetches the page at a cursor, on the caller's thread
 * @param fetchAhead fetches the page at a cursor without holding a thread
 */
public record LazyPages<T>(
    Selection<T> selection,
    Function<@Nullable String, Page<T>> fetch,
    Function<@Nullable String, CompletableFuture<Page<T>>> fetchAhead)
    implements Pages<T> {
  @Override
  public Iterator<T> iterator() {
    return new ItemIterator<>(new PageIterator<>(pass()));
  }

  @Override
  public Stream<T> stream() {
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(iterator(), Spliterator.ORDERED), false);
  }

  @Override
  public Iterable<Page<T>> pages() {
    return () -> new PageIterator<>(pass());
  }

  @Override
  public Pages<T> limit(long items) {
    return with(selection.limitedTo(items));
  }

  @Override
  public Pages<T> from(@Nullable String cursor) {
    return with(selection.from(cursor));
  }

  @Override
  public Pages<T> prefetch() {
    return with(selection.prefetching());
  }

  private Pages<T> with(Selection<T> changed) {
    return new LazyPages<>(changed, fetch, fetchAhead);
  }

  private PagePass<T> pass() {
    return new PagePass<>(
        selection,
        selection.prefetch()
            ? fetchAhead
            : cursor -> CompletableFuture.completedFuture(fetch.apply(cursor)));
  }

  private record PageIterator<T>(PagePass<T> pass) implements Iterator<Page<T>> {
    @Override
    public boolean hasNext() {
      return pass.hasNext();
    }

    @Override
    public Page<T> next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return pass.receive();
    }
  }

  /** Refers to one page only. */
  private static final class ItemIterator<T> implements Iterator<T> {
    private final Iterator<Page<T>> pages;
    private Iterator<T> items = Collections.emptyIterator();

    ItemIterator(Iterator<Page<T>> pages) {
      this.pages = pages;
    }

    @Override
    public boolean hasNext() {
      while (!items.hasNext() && pages.hasNext()) {
        items = pages.next().items().iterator();
      }
      return items.hasNext();
    }

    @Override
    public T next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return items.next();
    }
  }
}
