package cloud.finfusion.testing;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** The two ways to make a call, which have to come to the same. */
public enum BlockingOrAsync {
  BLOCKING {
    @Override
    public <T> T of(Supplier<T> blocking, Supplier<CompletableFuture<T>> async) {
      return blocking.get();
    }
  },
  ASYNC {
    @Override
    public <T> T of(Supplier<T> blocking, Supplier<CompletableFuture<T>> async) {
      return result(async.get());
    }
  };

  /** Makes the call in this mode; throws the error itself. */
  public abstract <T> T of(Supplier<T> blocking, Supplier<CompletableFuture<T>> async);

  public static <T> T result(CompletableFuture<T> future) {
    try {
      return future.get(30, TimeUnit.SECONDS);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException itself) {
        throw itself;
      }
      throw new AssertionError(failed);
    } catch (InterruptedException | TimeoutException never) {
      throw new AssertionError(never);
    }
  }
}
