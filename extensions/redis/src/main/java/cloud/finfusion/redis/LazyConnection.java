package cloud.finfusion.redis;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A connection that is opened when somebody asks for it, on a thread of its own since opening
 * waits. Opening that failed is repeated when the connection is asked for again. Thread-safe.
 *
 * @param <C> the kind of connection
 */
final class LazyConnection<C> {
  private final Supplier<C> open;
  private final Function<C, CompletableFuture<Void>> close;
  private @Nullable CompletableFuture<C> opened; // guarded by this
  private boolean closed; // guarded by this

  LazyConnection(Supplier<C> open, Function<C, CompletableFuture<Void>> close) {
    this.open = open;
    this.close = close;
  }

  /** Returns the connection, now or once it is open. */
  synchronized CompletableFuture<C> get() {
    if (closed) {
      return CompletableFuture.failedFuture(new IllegalStateException("closed"));
    }
    if (opened == null || opened.isCompletedExceptionally()) {
      opened = open();
    }
    return opened;
  }

  private CompletableFuture<C> open() {
    CompletableFuture<C> opening = new CompletableFuture<>();
    Thread thread = new Thread(null, () -> complete(opening), "finfusion-redis-connect", 0, false);
    thread.setDaemon(true);
    thread.start();
    return opening;
  }

  private void complete(CompletableFuture<C> opening) {
    try {
      opening.complete(open.get());
    } catch (Throwable failed) {
      opening.completeExceptionally(failed);
    }
  }

  /** Closes the connection, also one that is still being opened. Ends when it is closed. */
  CompletableFuture<?> close() {
    CompletableFuture<C> last = last();
    return last == null ? CompletableFuture.completedFuture(null) : last.thenCompose(close);
  }

  private synchronized @Nullable CompletableFuture<C> last() {
    closed = true;
    return opened;
  }
}
