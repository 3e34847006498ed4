package cloud.finfusion.pagination;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A list that fetches its pages one after the other without holding a thread. Thread-safe. */
public final class AsyncPages<T> {
  private final @Nullable String start;
  private final Function<@Nullable String, CompletableFuture<Page<T>>> fetch;

  /** The list from the cursor on, null for its start; the function fetches one page. */
  public AsyncPages(
      @Nullable String start, Function<@Nullable String, CompletableFuture<Page<T>>> fetch) {
    this.start = start;
    this.fetch = fetch;
  }

  /** Fetches the first page; its cursor leads to the next. */
  public CompletableFuture<Page<T>> first() {
    return fetch.apply(start);
  }

  /**
   * Gives the items of all pages to the consumer, in order, each page when it came. The future is
   * done after the last item, or fails with what a page or the consumer threw; cancelled, it
   * fetches no further page.
   */
  public CompletableFuture<Void> forEach(Consumer<? super T> consumer) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    next(start, consumer, done);
    return done;
  }

  private void next(
      @Nullable String cursor, Consumer<? super T> consumer, CompletableFuture<Void> done) {
    CompletableFuture<Page<T>> fetching = fetch.apply(cursor);
    var unusedToo = done.whenComplete((ignored, failure) -> fetching.cancel(false));
    var unused =
        fetching
            .thenAccept(page -> deliver(page, consumer, done))
            .whenComplete((ignored, failure) -> fail(done, failure));
  }

  private void deliver(Page<T> page, Consumer<? super T> consumer, CompletableFuture<Void> done) {
    page.items().forEach(consumer);
    if (page.hasNext() && !done.isDone()) {
      next(page.nextCursor(), consumer, done);
    } else {
      done.complete(null);
    }
  }

  private static void fail(CompletableFuture<Void> done, @Nullable Throwable failure) {
    if (failure != null) {
      done.completeExceptionally(failure.getCause() == null ? failure : failure.getCause());
    }
  }
}
