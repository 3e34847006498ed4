package cloud.finfusion.internal.transport;

import org.jspecify.annotations.Nullable;
import retrofit2.Response;

/**
 * The result for the caller: a response, of whatever status, or an error. Built before any foreign
 * code runs, and never changed.
 *
 * @param response the response; null if there is none that can be decoded
 * @param error the reason why there is none; null if there is one
 */
record CallResult<T>(@Nullable Response<T> response, @Nullable RuntimeException error) {
  static <T> CallResult<T> of(Response<T> response) {
    return new CallResult<>(response, null);
  }

  static <T> CallResult<T> failed(RuntimeException error) {
    return new CallResult<>(null, error);
  }
}
