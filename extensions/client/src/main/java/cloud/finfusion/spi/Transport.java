package cloud.finfusion.spi;

import cloud.finfusion.call.CallOptions;
import cloud.finfusion.file.Download;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/**
 * Sends the calls of facades through the pipeline. Facades are generated against it; write your own
 * facade on it for operations of your own. Thread-safe.
 *
 * <p>An operation whose response may be cached ({@code x-finfusion-ttl}) is read by {@link #read}
 * or {@link #readAsync}: a cached response then costs no request. {@link #execute} and {@link
 * #enqueue} find the same responses, but only after Retrofit made the request.
 */
public interface Transport {
  /** Returns an implementation of a generated Retrofit interface; made once per interface. */
  <A> A api(Class<A> type);

  /**
   * Makes a call and returns what its response holds.
   *
   * @throws cloud.finfusion.error.FinFusionException if the call fails
   * @throws cloud.finfusion.runtime.InvalidArgumentException if an argument cannot be sent
   */
  <T> T execute(Call<T> call, CallOptions options);

  /**
   * Makes a call without holding a thread. The future fails with the exceptions that {@link
   * #execute} throws. Ending the future by {@code cancel}, {@code orTimeout} or {@code
   * completeExceptionally} ends the call, on the wire or in a wait.
   */
  <T> CompletableFuture<T> enqueue(Call<T> call, CallOptions options);

  /**
   * Makes a call whose response is a file, and returns that at its first byte: it is read off the
   * wire, within the call's deadline. The Retrofit method has {@link retrofit2.http.Streaming}.
   *
   * @throws cloud.finfusion.error.FinFusionException if the call fails before that
   */
  Download download(Call<ResponseBody> call, CallOptions options);

  /**
   * The same without holding a thread until the first byte. The future is ended as that of {@link
   * #enqueue}; {@code cancel} also ends the reading of a file that has come.
   */
  CompletableFuture<Download> downloadAsync(Call<ResponseBody> call, CallOptions options);

  /**
   * Returns the response cached under the key, as its method returns it; null if there is none, or
   * if the options add to the request ({@link CallOptions#addsToRequest}).
   */
  @Nullable Object cached(ReadKey key, CallOptions options);

  /** Returns what makes many calls in one run, as a batch does. */
  Runs runs();

  /**
   * Returns the response cached under the key, or makes the call as {@link #execute} does.
   *
   * @param call supplies the call; not used if the response is cached
   */
  @SuppressWarnings("unchecked") // the method is part of the key
  default <T> T read(ReadKey key, Supplier<Call<T>> call, CallOptions options) {
    T found = (T) cached(key, options);
    return found == null ? execute(call.get(), options) : found;
  }

  /** The same without holding a thread, as {@link #enqueue} does. */
  @SuppressWarnings("unchecked") // the method is part of the key
  default <T> CompletableFuture<T> readAsync(
      ReadKey key, Supplier<Call<T>> call, CallOptions options) {
    T found = (T) cached(key, options);
    return found == null ? enqueue(call.get(), options) : CompletableFuture.completedFuture(found);
  }
}
