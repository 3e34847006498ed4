package cloud.finfusion.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.TestOptions;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.FakeTime;
import cloud.finfusion.testing.RecordingListener;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.TestClients;
import java.time.Duration;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How long an attempt took is the time on the wire, without that of the caller's own code. */
class TimeOnTheWireTest {
  private static final Duration STEP = Duration.ofSeconds(1);

  private final FakeTime time = FakeTime.standing();
  private final RecordingListener listener = new RecordingListener();

  @AutoClose
  private final FakeServer server = new FakeServer().responds(FakeServer.json(Samples.PAYMENT));

  /** Takes a second before the exchange and one after it. */
  private final Interceptor slow =
      chain -> {
        time.advance(STEP.toNanos());
        Response response = chain.proceed(chain.request());
        time.advance(STEP.toNanos());
        return response;
      };

  private Duration elapsed(OkHttpClient.Builder base, BlockingOrAsync mode) {
    try (Calls calls =
        new Calls(
            TestOptions.time(TestClients.of(server), time)
                .httpClient(base.build())
                .listener(listener)
                .build(),
            mode)) {
      calls.pay();
    }
    return listener.attempts().get(0).elapsed();
  }

  @ParameterizedTest
  @EnumSource
  void anInterceptorsTimeIsNotCounted(BlockingOrAsync mode) {
    assertThat(elapsed(new OkHttpClient.Builder().addInterceptor(slow), mode)).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void whatTheExchangeTakesIsCounted(BlockingOrAsync mode) {
    assertThat(elapsed(new OkHttpClient.Builder().addNetworkInterceptor(slow), mode))
        .isEqualTo(STEP.multipliedBy(2));
  }
}
