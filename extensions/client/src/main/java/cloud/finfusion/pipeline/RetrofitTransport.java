package cloud.finfusion.pipeline;

import cloud.finfusion.cache.Cache;
import cloud.finfusion.call.CallOptions;
import cloud.finfusion.spi.Transport;
import java.util.concurrent.CompletableFuture;
import retrofit2.Call;
import retrofit2.Response;
import retrofit2.Retrofit;

/** The seam under the facades, over Retrofit. */
public final class RetrofitTransport implements Transport, AutoCloseable {
  private final Retrofit retrofit;
  private final ResilientCalls calls;
  private final Cache cache;

  RetrofitTransport(Retrofit retrofit, ResilientCalls calls, Cache cache) {
    this.retrofit = retrofit;
    this.calls = calls;
    this.cache = cache;
  }

  /** The answers that are kept. */
  public Cache cache() {
    return cache;
  }

  @Override
  public <A> A api(Class<A> type) {
    return retrofit.create(type);
  }

  @Override
  @SuppressWarnings("NullAway") // null only where T is Void: WatchedCall refuses the rest
  public <T> T execute(Call<T> call, CallOptions options) {
    WatchedCall<T> watched = watched(call, options);
    Response<T> response = watched.execute();
    if (!response.isSuccessful()) {
      throw watched.refused();
    }
    return response.body();
  }

  @Override
  public <T> CompletableFuture<T> enqueue(Call<T> call, CallOptions options) {
    return CallFuture.of(watched(call, options));
  }

  private static <T> WatchedCall<T> watched(Call<T> call, CallOptions options) {
    if (call instanceof WatchedCall<T> ours) {
      return ours.with(options);
    }
    throw new IllegalArgumentException(
        "expected a call of an interface made by api(…), got another");
  }

  /** Ends all waits; what is on the wire may finish. */
  @Override
  public void close() {
    calls.close();
  }
}
