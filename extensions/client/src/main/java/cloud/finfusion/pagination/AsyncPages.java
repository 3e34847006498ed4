package cloud.finfusion.pagination;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A list that fetches its pages one after the other without holding a thread. Thread-safe. */
public interface AsyncPages<T> {
  /** Fetches the first page; its cursor leads to the next. Cancelling the future ends the call. */
  CompletableFuture<Page<T>> first();

  /**
   * Passes the items of all pages to the consumer, in order, as the pages come. The future is done
   * after the last item, or fails with the exception of a page or of the consumer. Cancelling the
   * future ends the call under way, and no further page is fetched.
   */
  CompletableFuture<Void> forEach(Consumer<? super T> consumer);
}
