package cloud.finfusion.error;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.TestClients;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A body that a caller's interceptor wrapped is not one that OkHttp may send again by itself. */
class WrappedBodyTest {
  /** Says nothing of being one-shot, as most that count or log bytes. */
  private static final class Wrapping extends RequestBody {
    private final RequestBody body;

    Wrapping(RequestBody body) {
      this.body = body;
    }

    @Override
    public @Nullable MediaType contentType() {
      return body.contentType();
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      body.writeTo(sink);
    }
  }

  private final List<Boolean> oneShot = new CopyOnWriteArrayList<>();

  @AutoClose
  private final FakeServer server =
      new FakeServer().responds(FakeServer.status(503), FakeServer.json(Samples.PAYMENT));

  @ParameterizedTest
  @EnumSource
  void isOneShotOnTheWireWhateverTheInterceptorMadeOfIt(BlockingOrAsync mode) {
    OkHttpClient base =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  Request request = chain.request();
                  RequestBody wrapped = new Wrapping(body(chain));
                  return chain.proceed(
                      request.newBuilder().method(request.method(), wrapped).build());
                })
            .addNetworkInterceptor(
                chain -> {
                  oneShot.add(body(chain).isOneShot());
                  return chain.proceed(chain.request());
                })
            .build();
    try (Calls calls = new Calls(TestClients.of(server).httpClient(base).build(), mode)) {
      calls.pay();
    }

    assertThat(oneShot).containsExactly(true, true);
  }

  private static RequestBody body(Interceptor.Chain chain) {
    return Objects.requireNonNull(chain.request().body());
  }
}
