package cloud.finfusion.spi;

import cloud.finfusion.call.CallOptions;
import java.util.concurrent.CompletableFuture;
import retrofit2.Call;

/**
 * Sends the calls of facades through the pipeline. Facades are generated against it; write your own
 * facade on it for operations of your own. Thread-safe.
 */
public interface Transport {
  /** Returns an implementation of a generated Retrofit interface; made once per facade. */
  <A> A api(Class<A> type);

  /**
   * Makes a call and returns what it answers.
   *
   * @throws cloud.finfusion.error.FinFusionException if it fails
   * @throws cloud.finfusion.runtime.InvalidArgumentException if an argument cannot be sent
   */
  <T> T execute(Call<T> call, CallOptions options);

  /**
   * Makes a call without holding a thread. The future fails with what {@link #execute} throws;
   * cancelling it ends the call, on the wire or in a wait.
   */
  <T> CompletableFuture<T> enqueue(Call<T> call, CallOptions options);
}
