package cloud.finfusion.spi;

import cloud.finfusion.error.InvalidResponseException;
import cloud.finfusion.internal.pagination.Following;
import cloud.finfusion.internal.pagination.LazyAsyncPages;
import cloud.finfusion.internal.pagination.LazyPages;
import cloud.finfusion.internal.pagination.Selection;
import cloud.finfusion.pagination.AsyncPages;
import cloud.finfusion.pagination.Page;
import cloud.finfusion.pagination.Pages;
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
   * @param operation the operation's name, as {@code payments.list}
   * @param start the cursor of the first page; null for the start of the list
   * @param fetch fetches the page at a cursor
   * @param fetchAhead does so without holding a thread, for {@link Pages#prefetch}
   */
  public static <T> Pages<T> pages(
      String operation,
      @Nullable String start,
      Function<@Nullable String, Page<T>> fetch,
      Function<@Nullable String, CompletableFuture<Page<T>>> fetchAhead) {
    return new LazyPages<>(Selection.from(operation, start), fetch, fetchAhead);
  }

  /**
   * Returns a list that fetches its pages without holding a thread.
   *
   * @param operation the operation's name, as {@code payments.list}
   * @param start the cursor of the first page; null for the start of the list
   * @param fetch fetches the page at a cursor
   */
  public static <T> AsyncPages<T> asyncPages(
      String operation,
      @Nullable String start,
      Function<@Nullable String, CompletableFuture<Page<T>>> fetch) {
    return new LazyAsyncPages<>(Selection.from(operation, start), fetch);
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
    if (hasMore && (nextCursor == null || nextCursor.isBlank())) {
      throw InvalidResponseException.inList(
          operation, "expected a cursor, as there is more, got none");
    }
    return new Page<>(items, hasMore ? nextCursor : null);
  }

  /**
   * Returns what the function makes of a call's result. Cancelling the returned future ends the
   * call; cancelling a stage of {@link CompletableFuture#thenApply} would leave it under way.
   */
  public static <A, R> CompletableFuture<R> thenApply(
      CompletableFuture<A> call, Function<? super A, ? extends R> result) {
    return Following.thenApply(call, result);
  }
}
