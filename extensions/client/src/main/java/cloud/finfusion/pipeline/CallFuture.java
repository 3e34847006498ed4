package cloud.finfusion.pipeline;

import java.util.concurrent.CompletableFuture;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;

/** The answer of an asynchronous call; cancelling it ends the call, on the wire or in a wait. */
final class CallFuture<T> extends CompletableFuture<T> implements Callback<T> {
  private final WatchedCall<T> call;

  private CallFuture(WatchedCall<T> call) {
    this.call = call;
  }

  static <T> CompletableFuture<T> of(WatchedCall<T> call) {
    CallFuture<T> future = new CallFuture<>(call);
    try {
      call.enqueue(future);
    } catch (RuntimeException refused) {
      future.completeExceptionally(refused); // one way for errors to come, whenever they are found
    }
    return future;
  }

  @Override
  public void onResponse(Call<T> ignored, Response<T> response) {
    if (response.isSuccessful()) {
      complete(response.body());
    } else {
      completeExceptionally(call.refused());
    }
  }

  @Override
  public void onFailure(Call<T> ignored, Throwable failure) {
    completeExceptionally(failure);
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    boolean cancelled = super.cancel(mayInterruptIfRunning);
    call.cancel();
    return cancelled;
  }

  /** Futures derived from this one are plain: cancelling them does not end the call. */
  @Override
  public <U> CompletableFuture<U> newIncompleteFuture() {
    return new CompletableFuture<>();
  }
}
