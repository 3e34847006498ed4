package cloud.finfusion.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cloud.finfusion.error.ConfigurationException;
import cloud.finfusion.error.OutcomeUnknownException;
import cloud.finfusion.testing.Await;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.TestClients;
import cloud.finfusion.testing.Thrown;
import java.util.concurrent.CountDownLatch;
import okhttp3.ConnectionPool;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An interceptor that throws after the response leaves the outcome unknown, and nothing open. */
class ThrowingInterceptorTest {
  @AutoClose
  private final FakeServer server = new FakeServer().responds(FakeServer.json(Samples.PAYMENT));

  private final ConnectionPool pool = new ConnectionPool();

  private Calls calls(BlockingOrAsync mode, OkHttpClient.Builder base) {
    return new Calls(
        TestClients.of(server).httpClient(base.connectionPool(pool).build()).build(), mode);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "IO_EXCEPTION")
  @DisplayName("A2 an interceptor that throws after the response: unknown with the key, no flag")
  void afterTheResponse(Thrown kind) {
    Interceptor throwing =
        chain -> {
          Response left = chain.proceed(chain.request()); // and not closed
          assertThat(left.code()).isEqualTo(200);
          throw kind.now();
        };
    for (BlockingOrAsync mode : BlockingOrAsync.values()) {
      for (OkHttpClient.Builder base :
          new OkHttpClient.Builder[] {
            new OkHttpClient.Builder().addInterceptor(throwing),
            new OkHttpClient.Builder().addNetworkInterceptor(throwing)
          }) {
        try (Calls calls = calls(mode, base)) {
          OutcomeUnknownException unknown =
              catchThrowableOfType(OutcomeUnknownException.class, calls::pay);
          assertThat(unknown.idempotencyKey()).isNotNull();
          assertThat(unknown).hasCauseInstanceOf(ConfigurationException.class);
          assertThat(ForeignCall.end(unknown)).endsWith("with key");
          assertThat(Thread.interrupted()).isFalse();
        }
        Await.until(() -> pool.connectionCount() == pool.idleConnectionCount());
      }
    }
    assertThat(server.requests()).hasSize(4);
  }

  @Test
  @DisplayName("A2 a real interrupt in an interceptor keeps the flag, though undeclared")
  void aRealInterrupt() throws Exception {
    CountDownLatch waiting = new CountDownLatch(1);
    Interceptor waits =
        chain -> {
          try {
            waiting.countDown();
            new CountDownLatch(1).await();
          } catch (InterruptedException interrupted) {
            throw Thrown.<RuntimeException>sneakily(interrupted);
          }
          return chain.proceed(chain.request());
        };
    try (Calls calls =
        calls(BlockingOrAsync.BLOCKING, new OkHttpClient.Builder().addInterceptor(waits))) {
      boolean[] flag = {false};
      Thread caller =
          new Thread(
              () -> {
                var unused = org.assertj.core.api.Assertions.catchThrowable(calls::pay);
                flag[0] = Thread.currentThread().isInterrupted();
              });
      caller.start();
      waiting.await();
      caller.interrupt();
      caller.join(20_000);

      assertThat(flag[0]).isTrue();
      assertThat(server.requests()).isEmpty();
    }
  }
}
