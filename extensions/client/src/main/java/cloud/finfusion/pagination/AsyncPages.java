package cloud.finfusion.pagination;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A list that fetches its pages one after the other without holding a thread. Each use starts anew.
 * It ends as {@link Pages} do, and the methods that return a list leave this one as it is.
 * Thread-safe.
 */
public interface AsyncPages<T> {
  /** Fetches the first page; its cursor leads to the next. Cancelling the future ends the call. */
  CompletableFuture<Page<T>> first();

  /**
   * Passes the items of all pages to the consumer, in order, as the pages come. The future is done
   * after the last item, or fails with the exception of a page or of the consumer. Cancelling the
   * future ends the call under way, and no further page is fetched.
   */
  CompletableFuture<Void> forEach(Consumer<? super T> consumer);

  /**
   * Passes the pages to the consumer as {@link #forEach} does the items, for code that keeps a
   * page's cursor to resume later.
   */
  CompletableFuture<Void> forEachPage(Consumer<? super Page<T>> consumer);

  /**
   * Returns the items for reactive code, each subscriber from the start. A page is fetched when its
   * first item is requested. The subscriber is called on the thread that requests or on the one
   * that a page came on, so it must not block.
   *
   * <p>A subscriber that throws is not called again, and the call under way is ended; the SDK's log
   * names the exception's class.
   */
  Flow.Publisher<T> publisher();

  /**
   * Returns a list of the first items only, as {@link Pages#limit}.
   *
   * @param items how many items at most; of several limits the smallest counts
   * @throws cloud.finfusion.runtime.InvalidArgumentException if it is negative
   */
  AsyncPages<T> limit(long items);

  /**
   * Returns the list from a page on, with the same filters.
   *
   * @param cursor the {@link Page#nextCursor()} that was kept; null for the start of the list
   */
  AsyncPages<T> from(@Nullable String cursor);

  /** Returns a list that requests one page ahead, as {@link Pages#prefetch}. */
  AsyncPages<T> prefetch();
}
