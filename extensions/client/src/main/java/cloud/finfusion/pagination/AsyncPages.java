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

  /**
   * What follows from an answer to come. Cancelled, it ends the call of the answer; a stage of
   * {@code thenApply} would leave that on its way.
   */
  public static <A, R> CompletableFuture<R> after(
      CompletableFuture<A> answer, Function<? super A, ? extends R> result) {
    CompletableFuture<R> following = answer.thenApply(result);
    var unused =
        following.whenComplete(
            (ignored, failure) -> {
              if (following.isCancelled()) {
                answer.cancel(true);
              }
            });
    return following;
  }

  /** Fetches the first page; its cursor leads to the next. Cancelled, it ends the call. */
  public CompletableFuture<Page<T>> first() {
    return fetch.apply(start);
  }

  /**
   * Gives the items of all pages to the consumer, in order, each page when it came. The future is
   * done after the last item, or fails with what a page or the consumer threw; cancelled, it
   * fetches no further page.
   */
  public CompletableFuture<Void> forEach(Consumer<? super T> consumer) {
    Walk walk = new Walk(consumer);
    var unused = walk.done.whenComplete((ignored, failure) -> walk.cancel());
    walk.next(start);
    return walk.done;
  }

  /** One way through the pages. It knows the page that it fetches, and none of those before. */
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
        cancel(); // it was done before it could know of this page
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
