package cloud.finfusion.internal.pagination;

import cloud.finfusion.error.CallCancelledException;
import cloud.finfusion.error.CallFacts;
import cloud.finfusion.error.InvalidResponseException;
import cloud.finfusion.error.Outcome;
import cloud.finfusion.internal.guard.Rethrow;
import cloud.finfusion.pagination.Page;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One pass over a list: which page is next, whether it may be requested, and what of it counts. For
 * one thread at a time.
 */
final class PagePass<T> {
  private static final int MOST_EMPTY_PAGES = 100;

  private final Selection<T> selection;
  private final Function<@Nullable String, CompletableFuture<Page<T>>> fetch;
  private final UnaryOperator<Page<T>> check;
  private final SeenCursors seen = new SeenCursors();
  private @Nullable String cursor;
  private long remaining;
  private int emptyPages;
  private boolean last;
  private @Nullable CompletableFuture<Page<T>> requested;

  PagePass(Selection<T> selection, Function<@Nullable String, CompletableFuture<Page<T>>> fetch) {
    this.selection = selection;
    this.fetch = fetch;
    this.check = selection.check().apply(selection.start());
    this.cursor = selection.start();
    this.remaining = selection.limit();
  }

  /** Returns whether another page is needed. */
  boolean hasNext() {
    return !last && remaining > 0;
  }

  /** Requests the next page, unless that was done. What cannot be requested is a failed future. */
  CompletableFuture<Page<T>> request() {
    CompletableFuture<Page<T>> page = requested == null ? fetched() : requested;
    requested = page;
    return page;
  }

  /**
   * Waits for the next page and returns what of it counts. Only now is the page after it requested,
   * so that no more than one is ahead of the caller. A page that failed is requested anew when it
   * is asked for again.
   */
  Page<T> receive() {
    Page<T> page = check.apply(await(request()));
    if (cursor != null) {
      seen.add(cursor);
    }
    emptyPages = page.items().isEmpty() ? emptyPages + 1 : 0;
    cursor = page.nextCursor();
    last = !page.hasNext();
    Page<T> counted = page.items().size() > remaining ? cut(page) : page;
    remaining -= counted.items().size();
    if (selection.prefetch() && hasNext()) {
      var unused = request();
    }
    return counted;
  }

  /** Ends the call under way, if there is one. */
  void cancel() {
    if (requested != null) {
      requested.cancel(true);
    }
  }

  private CompletableFuture<Page<T>> fetched() {
    try {
      refuseToGoOnForEver();
      return fetch.apply(cursor);
    } catch (Throwable thrown) {
      return CompletableFuture.failedFuture(thrown);
    }
  }

  private void refuseToGoOnForEver() {
    if (cursor != null && seen.contains(cursor)) {
      throw InvalidResponseException.inList(
          selection.operation(),
          "expected the cursor of a further page, got one that came before, so it has no end");
    }
    if (emptyPages >= MOST_EMPTY_PAGES) {
      throw InvalidResponseException.inList(
          selection.operation(),
          "expected items, got " + MOST_EMPTY_PAGES + " empty pages in a row");
    }
  }

  /** A list that is resumed after a page that was cut would lack what was cut off. */
  private Page<T> cut(Page<T> page) {
    return new Page<>(page.items().stream().limit(remaining).toList(), null);
  }

  private Page<T> await(CompletableFuture<Page<T>> page) {
    requested = null;
    try {
      return page.get();
    } catch (ExecutionException failed) {
      throw Rethrow.asItIs(Objects.requireNonNullElse(failed.getCause(), failed));
    } catch (InterruptedException interrupted) {
      page.cancel(true);
      Thread.currentThread().interrupt();
      throw interrupted();
    }
  }

  private CallCancelledException interrupted() {
    return new CallCancelledException(
        new CallFacts(selection.operation(), Outcome.UNKNOWN, true, 1, Duration.ZERO, null),
        "the thread was interrupted; its flag is still set.",
        null);
  }
}
