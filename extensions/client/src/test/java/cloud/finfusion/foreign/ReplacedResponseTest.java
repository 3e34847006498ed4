package cloud.finfusion.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.error.ConfigurationException;
import cloud.finfusion.error.OutcomeUnknownException;
import cloud.finfusion.testing.Await;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.TestClients;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.ConnectionPool;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Okio;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An interceptor that returns another response than the one that came leaks neither. */
class ReplacedResponseTest {
  @AutoClose
  private final FakeServer server = new FakeServer().responds(FakeServer.json(Samples.PAYMENT));

  private final ConnectionPool pool = new ConnectionPool();
  private final AtomicInteger closed = new AtomicInteger();

  private ResponseBody countedBody() {
    ForwardingSource counted =
        new ForwardingSource(new Buffer()) {
          @Override
          public void close() throws IOException {
            closed.incrementAndGet();
            super.close();
          }
        };
    return ResponseBody.create(Okio.buffer(counted), null, 0);
  }

  private Response replaced(Interceptor.Chain chain) throws IOException {
    Response came = chain.proceed(chain.request()); // and is not closed
    Request other = new Request.Builder().url(chain.request().url()).build();
    return came.newBuilder().request(other).body(countedBody()).build();
  }

  @ParameterizedTest
  @EnumSource
  void bothAreClosed(BlockingOrAsync mode) {
    OkHttpClient base =
        new OkHttpClient.Builder().connectionPool(pool).addInterceptor(this::replaced).build();
    try (Calls calls = new Calls(TestClients.of(server).httpClient(base).build(), mode)) {
      assertThatThrownBy(calls::pay)
          .isInstanceOf(OutcomeUnknownException.class)
          .hasCauseInstanceOf(ConfigurationException.class);
    }

    assertThat(closed).hasValue(1);
    Await.until(() -> pool.connectionCount() == pool.idleConnectionCount());
  }
}
