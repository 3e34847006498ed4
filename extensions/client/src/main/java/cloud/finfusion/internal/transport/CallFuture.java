package cloud.finfusion.internal.transport;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import retrofit2.Response;

/**
 * The result of an asynchronous call. Ending the future by {@code cancel}, {@code orTimeout} or
 * {@code completeExceptionally} ends the call, on the wire or in a wait.
 */
final class CallFuture<T> extends CompletableFuture<T> {
  private final ObservedCall<?> call;

  private CallFuture(ObservedCall<?> call) {
    this.call = call;
  }

  static <T> CompletableFuture<T> of(ObservedCall<T> call) {
    return of(call, Response::body);
  }

  /**
   * Makes the call.
   *
   * @param value makes the future's value of the response
   */
  static <R, T> CompletableFuture<T> of(ObservedCall<R> call, Function<Response<R>, T> value) {
    CallFuture<T> future = new CallFuture<>(call);
    try {
      call.enqueue(completion -> future.completed(completion, value));
    } catch (Throwable refused) {
      future.failed(refused); // errors come through the future, whenever they are found
    }
    return future;
  }

  private <R> void completed(Completion<R> completion, Function<Response<R>, T> value) {
    RuntimeException error = completion.error();
    if (error != null) {
      failed(error);
    } else if (!super.complete(value.apply(completion.response()))) {
      call.cancel(); // nobody gets a body that is open
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

  /** Ends the call; of one that is done, the reading of its body. */
  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    boolean byCaller = super.cancel(mayInterruptIfRunning);
    call.cancel();
    return byCaller;
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
