package cloud.finfusion.file;

import cloud.finfusion.FinFusion;
import cloud.finfusion.call.CallOptions;
import cloud.finfusion.spi.Transport;
import cloud.finfusion.testing.BlockingOrAsync;
import java.util.concurrent.CompletableFuture;
import okhttp3.ResponseBody;
import retrofit2.Call;

/** The calls of a facade with files, in one mode. */
record FileCalls(FinFusion client, BlockingOrAsync mode) implements AutoCloseable {
  Transport transport() {
    return client.resource(transport -> transport);
  }

  FilesApi api() {
    return transport().api(FilesApi.class);
  }

  Download download() {
    return download(api().download("1"), CallOptions.none());
  }

  Download download(Call<ResponseBody> call, CallOptions options) {
    return mode.of(
        () -> transport().download(call, options), () -> transport().downloadAsync(call, options));
  }

  /** Makes any other call. */
  @SuppressWarnings("NullAway") // null only where T is Void
  <T> T made(Call<T> call) {
    return made(call, CallOptions.none());
  }

  @SuppressWarnings("NullAway") // null only where T is Void
  <T> T made(Call<T> call, CallOptions options) {
    return mode.of(
        () -> transport().execute(call, options), () -> transport().enqueue(call, options));
  }

  CompletableFuture<Download> enqueued() {
    return transport().downloadAsync(api().download("1"), CallOptions.none());
  }

  @Override
  public void close() {
    client.close();
  }
}
