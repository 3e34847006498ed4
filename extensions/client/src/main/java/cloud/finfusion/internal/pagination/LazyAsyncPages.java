package cloud.finfusion.internal.pagination;

import cloud.finfusion.pagination.AsyncPages;
import cloud.finfusion.pagination.Page;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Fetches a page when the items of the page before were consumed.
 *
 * @param start the cursor of the first page; null for the start of the list
 * @param fetch fetches the page at a cursor
 */
public record LazyAsyncPages<T>(
    @Nullable String start, Function<@Nullable String, CompletableFuture<Page<T>>> fetch)
    implements AsyncPages<T> {
  @Override
  public CompletableFuture<Page<T>> first() {
    return fetch.apply(start);
  }

  @Override
  public CompletableFuture<Void> forEach(Consumer<? super T> consumer) {
    Walk walk = new Walk(consumer);
    var unused = walk.done.whenComplete((ignored, failure) -> walk.cancel());
    walk.next(start);
    return walk.done;
  }

  /** One pass over the pages. Refers to the page being fetched and to none of those before it. */
  private final class Walk {
    private final Consumer<? super T> consumer;
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private volatile @Nullable CompletableFuture<Page<T>> fetching;

    Walk(Consumer<? super T> consumer) {
      this.consumer = consumer;
    }

    void next(@Nullable String cursor) {
      CompletableFuture<Page<T>> page = fetch.apply(cursor);
      fetching = page;
      if (done.isDone()) {
        cancel(); // the pass ended before this page was known
      }
      var unused = page.thenAccept(this::deliver).whenComplete((ignored, failure) -> fail(failure));
    }

    void cancel() {
      CompletableFuture<Page<T>> page = fetching;
      if (page != null) {
        page.cancel(false);
      }
    }

    private void deliver(Page<T> page) {
      page.items().forEach(consumer);
      if (page.hasNext() && !done.isDone()) {
        next(page.nextCursor());
      } else {
        done.complete(null);
      }
    }

    private void fail(@Nullable Throwable failure) {
      if (failure != null) {
        done.completeExceptionally(failure.getCause() == null ? failure : failure.getCause());
      }
    }
  }
}
