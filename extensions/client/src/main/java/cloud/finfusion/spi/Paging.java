package cloud.finfusion.spi;

import cloud.finfusion.error.CallFacts;
import cloud.finfusion.error.InvalidResponseException;
import cloud.finfusion.error.Outcome;
import cloud.finfusion.internal.pagination.LazyAsyncPages;
import cloud.finfusion.internal.pagination.LazyPages;
import cloud.finfusion.pagination.AsyncPages;
import cloud.finfusion.pagination.Page;
import cloud.finfusion.pagination.Pages;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes the lists that facades return, for generated facades and for your own. */
public final class Paging {
  private Paging() {}

  /**
   * Returns a list that fetches its pages when they are needed.
   *
   * @param start the cursor of the first page; null for the start of the list
   * @param fetch fetches the page at a cursor
   */
  public static <T> Pages<T> pages(
      @Nullable String start, Function<@Nullable String, Page<T>> fetch) {
    return new LazyPages<>(start, fetch);
  }

  /**
   * Returns a list that fetches its pages without holding a thread.
   *
   * @param start the cursor of the first page; null for the start of the list
   * @param fetch fetches the page at a cursor
   */
  public static <T> AsyncPages<T> asyncPages(
      @Nullable String start, Function<@Nullable String, CompletableFuture<Page<T>>> fetch) {
    return new LazyAsyncPages<>(start, fetch);
  }

  /**
   * Returns the page that a response holds.
   *
   * @param operation the operation's name, as {@code payments.list}
   * @throws InvalidResponseException if the response says that there is more but has no cursor: the
   *     rest would be missing silently
   */
  public static <T> Page<T> page(
      String operation, List<T> items, boolean hasMore, @Nullable String nextCursor) {
    if (hasMore && nextCursor == null) {
      throw new InvalidResponseException(
          new CallFacts(operation, Outcome.UNKNOWN, false, 1, Duration.ZERO, null),
          "$",
          "expected a cursor, as there is more, got none");
    }
    return new Page<>(items, hasMore ? nextCursor : null);
  }

  /**
   * Returns what the function makes of a call's result. Cancelling the returned future ends the
   * call; cancelling a stage of {@link CompletableFuture#thenApply} would leave it under way.
   */
  public static <A, R> CompletableFuture<R> thenApply(
      CompletableFuture<A> call, Function<? super A, ? extends R> result) {
    CompletableFuture<R> following = call.thenApply(result);
    var unused =
        following.whenComplete(
            (ignored, failure) -> {
              if (following.isCancelled()) {
                call.cancel(true);
              }
            });
    return following;
  }
}
