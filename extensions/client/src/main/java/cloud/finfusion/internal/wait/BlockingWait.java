package cloud.finfusion.internal.wait;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Blocks a thread until a wait ends. */
record BlockingWait<T>(Supplier<CompletableFuture<T>> start, LastRead<T> last) {
  private static final String INTERRUPTED = "the thread was interrupted; its flag is still set.";

  T join() {
    if (Thread.currentThread().isInterrupted()) {
      throw last.cancelled(INTERRUPTED); // before anything is sent
    }
    CompletableFuture<T> result = start.get();
    try {
      return result.get();
    } catch (InterruptedException interrupted) {
      result.cancel(false);
      Thread.currentThread().interrupt();
      throw last.cancelled(INTERRUPTED);
    } catch (ExecutionException failed) {
      throw ofCaller(failed);
    }
  }

  /** The error was made on a thread of the client; its trace shall show who waited, too. */
  private static RuntimeException ofCaller(ExecutionException failed) {
    Throwable error = failed.getCause() == null ? failed : failed.getCause();
    error.setStackTrace(
        Stream.of(error.getStackTrace(), failed.getStackTrace())
            .flatMap(Stream::of)
            .toArray(StackTraceElement[]::new));
    return BlockingWait.<RuntimeException>asItIs(error);
  }

  /** Throws what a read of the caller's own threw, declared or not. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <X extends Throwable> X asItIs(Throwable error) throws X {
    throw (X) error;
  }
}
