package cloud.finfusion.internal.transport;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The result of an asynchronous call. Ending the future by {@code cancel}, {@code orTimeout} or
 * {@code completeExceptionally} ends the call, on the wire or in a wait.
 */
final class CallFuture<T> extends CompletableFuture<T> {
  private final ObservedCall<T> call;

  private CallFuture(ObservedCall<T> call) {
    this.call = call;
  }

  static <T> CompletableFuture<T> of(ObservedCall<T> call) {
    CallFuture<T> future = new CallFuture<>(call);
    try {
      call.enqueue(future::completed);
    } catch (Throwable refused) {
      future.failed(refused); // errors come through the future, whenever they are found
    }
    return future;
  }

  private void completed(Completion<T> completion) {
    RuntimeException error = completion.error();
    if (error == null) {
      super.complete(completion.response().body());
    } else {
      failed(error);
    }
  }

  private void failed(Throwable error) {
    super.completeExceptionally(error);
  }

  @Override
  public boolean complete(@Nullable T value) {
    return ended(super.complete(value));
  }

  @Override
  public boolean completeExceptionally(Throwable thrown) {
    return ended(super.completeExceptionally(thrown));
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    return ended(super.cancel(mayInterruptIfRunning));
  }

  /** Overridden because the JDK's method does not call {@link #complete}. */
  @Override
  public CompletableFuture<T> completeAsync(
      Supplier<? extends @Nullable T> supplier, Executor executor) {
    executor.execute(
        () -> {
          try {
            complete(supplier.get());
          } catch (Throwable thrown) {
            completeExceptionally(thrown);
          }
        });
    return this;
  }

  private boolean ended(boolean byCaller) {
    if (byCaller) {
      call.cancel();
    }
    return byCaller;
  }

  /** Makes dependent stages plain futures: ending a stage does not end the call. */
  @Override
  public <U> CompletableFuture<U> newIncompleteFuture() {
    return new CompletableFuture<>();
  }
}
