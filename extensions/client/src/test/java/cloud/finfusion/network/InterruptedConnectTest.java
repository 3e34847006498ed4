package cloud.finfusion.network;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.FinFusion;
import cloud.finfusion.TestOptions;
import cloud.finfusion.api.PaymentsApi;
import cloud.finfusion.error.CallCancelledException;
import cloud.finfusion.error.Outcome;
import cloud.finfusion.model.Payment;
import cloud.finfusion.retry.CircuitBreakerOptions;
import cloud.finfusion.testing.Await;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.CallEnds;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.FakeTime;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.StartedCall;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.Call;

/** A caller that is interrupted while its connection is made loses nothing but its call. */
@Timeout(60)
class InterruptedConnectTest {
  private final StallingSockets sockets = new StallingSockets();
  private final FakeTime time = FakeTime.flowing();

  @AutoClose
  private final FakeServer server = new FakeServer(web -> web.setDispatcher(twoAtOnce()));

  /** Responds when there are two requests. */
  private static Dispatcher twoAtOnce() {
    CyclicBarrier both = new CyclicBarrier(2);
    return new Dispatcher() {
      @Override
      public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
        try {
          both.await(20, TimeUnit.SECONDS);
          return FakeServer.json(Samples.PAYMENT);
        } catch (java.util.concurrent.BrokenBarrierException | TimeoutException alone) {
          return FakeServer.status(400);
        }
      }
    };
  }

  private FinFusion.Builder client(boolean interceptor) {
    OkHttpClient.Builder base = new OkHttpClient.Builder().socketFactory(sockets);
    if (interceptor) {
      base.addInterceptor(chain -> chain.proceed(chain.request()));
    }
    return TestOptions.time(FinFusion.builder().apiKey(Samples.KEY).baseUrl(server.uri()), time)
        .httpClient(base.build());
  }

  private void interruptWhileConnecting(FinFusion client) throws Exception {
    sockets.stall(true);
    int before = sockets.connecting();
    Call<Payment> call = client.api(PaymentsApi.class).createPayment(Samples.payment(), null);
    StartedCall started = new StartedCall(client, BlockingOrAsync.BLOCKING, call);
    Await.until(() -> sockets.connecting() > before);

    started.caller().interrupt();

    assertThat(started.end().interrupted()).isTrue();
    assertThat(started.end().failure())
        .isInstanceOfSatisfying(
            CallCancelledException.class,
            cancelled -> assertThat(cancelled.outcome()).isEqualTo(Outcome.NOT_SENT));
    sockets.stall(false);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  @DisplayName("A1 interrupted while it connects, four times: both slots are given back")
  void theSlots(boolean interceptor) throws Exception {
    try (FinFusion client = client(interceptor).maxConcurrent(2).build()) {
      for (int i = 0; i < 4; i++) {
        interruptWhileConnecting(client);
      }

      CompletableFuture<Payment> one = client.async().payments().create(Samples.payment());
      CompletableFuture<Payment> other = client.async().payments().create(Samples.payment());

      assertThat(one.get(30, TimeUnit.SECONDS).id()).isEqualTo("pay_1");
      assertThat(other.get(30, TimeUnit.SECONDS).id()).isEqualTo("pay_1");
    }
  }

  @Test
  @DisplayName("A1 a circuit's trial that is interrupted while it connects: the next may try")
  void theTrial() throws Exception {
    CircuitBreakerOptions soon =
        CircuitBreakerOptions.builder().failures(1).openFor(Duration.ofSeconds(30)).build();
    try (FakeServer failing = new FakeServer();
        Calls calls =
            new Calls(
                client(false).baseUrl(failing.uri()).circuitBreaker(soon).retries(0).build(),
                BlockingOrAsync.BLOCKING)) {
      failing.responds(FakeServer.status(503, "Connection", "close"));
      assertThat(CallEnds.ofWrite(calls::pay)).isEqualTo("unknown, again");
      time.advance(Duration.ofSeconds(30).toNanos());
      interruptWhileConnecting(calls.client());

      failing.responds(FakeServer.json(Samples.PAYMENT));

      assertThat(calls.pay().id()).isEqualTo("pay_1");
    }
  }
}
