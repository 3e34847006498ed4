package cloud.finfusion.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.FinFusion;
import cloud.finfusion.TestOptions;
import cloud.finfusion.api.CustomersApi;
import cloud.finfusion.api.PaymentsApi;
import cloud.finfusion.error.CallCancelledException;
import cloud.finfusion.error.ConnectionException;
import cloud.finfusion.error.DeadlineExceededException;
import cloud.finfusion.error.Outcome;
import cloud.finfusion.error.OutcomeUnknownException;
import cloud.finfusion.metrics.AttemptStarted;
import cloud.finfusion.metrics.CallListener;
import cloud.finfusion.model.Customer;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.FakeTime;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.TestClients;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import mockwebserver3.RecordedRequest;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import retrofit2.Call;

/** A call that is stopped between its permit and its first byte sends nothing. */
class GapBeforeTheWireTest {
  private static final Duration DEADLINE = Duration.ofSeconds(60);

  private final AtomicReference<@Nullable Call<?>> running = new AtomicReference<>();

  private final FakeTime time = FakeTime.withoutAlarms();

  @AutoClose
  private final FakeServer server = new FakeServer().responds(FakeServer.json(Samples.PAYMENT));

  private void cancel() {
    Call<?> call = running.getAndSet(null);
    if (call != null) {
      call.cancel();
    }
  }

  private final AtomicInteger connects = new AtomicInteger();

  private final EventListener connecting =
      new EventListener() {
        @Override
        public void connectStart(okhttp3.Call call, InetSocketAddress address, Proxy proxy) {
          connects.incrementAndGet();
        }
      };

  /** OkHttp makes its call, and the listener of it, when the permit is there. */
  private FinFusion cancellingAtTheAttempt() {
    EventListener.Factory factory =
        call -> {
          cancel();
          return connecting;
        };
    OkHttpClient base = new OkHttpClient.Builder().eventListenerFactory(factory).build();
    return TestClients.of(server).httpClient(base).build();
  }

  @ParameterizedTest
  @EnumSource
  void cancelledWhenTheAttemptIsMade(BlockingOrAsync mode) {
    try (FinFusion client = cancellingAtTheAttempt()) {
      Call<?> call = client.api(PaymentsApi.class).createPayment(Samples.payment(), "order-17");
      running.set(call);

      assertThatThrownBy(() -> new Calls(client, mode).raw(call))
          .isInstanceOfSatisfying(
              CallCancelledException.class,
              cancelled -> assertThat(cancelled.outcome()).isEqualTo(Outcome.NOT_SENT));
      assertThat(server.requests()).isEmpty();
      assertThat(connects).as("it waits for no connection").hasValue(0);
    }
  }

  /** Over HTTP/2 a cancelled call would still send its headers, which is all that a read has. */
  private FinFusion beforeTheFirstByte(FakeServer http2, Runnable action) {
    OkHttpClient base =
        new OkHttpClient.Builder()
            .protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE))
            .addNetworkInterceptor(
                chain -> {
                  action.run();
                  return chain.proceed(chain.request());
                })
            .build();
    return TestOptions.time(TestClients.of(http2).httpClient(base), time).build();
  }

  @ParameterizedTest
  @EnumSource
  void cancelledWhenTheConnectionIsThere(BlockingOrAsync mode) {
    sendsNothingIfCancelled(mode, this::cancel);
  }

  /** The clock is what is looked at last; a blocking call may still send, and says so. */
  @Test
  void cancelledAtTheLastLookBeforeTheFirstByte() {
    sendsNothingIfCancelled(BlockingOrAsync.ASYNC, () -> time.atNextLook(this::cancel));
  }

  private void sendsNothingIfCancelled(BlockingOrAsync mode, Runnable beforeTheFirstByte) {
    try (FakeServer http2 =
            new FakeServer(web -> web.setProtocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE)));
        FinFusion client = beforeTheFirstByte(http2, beforeTheFirstByte)) {
      http2.responds(FakeServer.json(Samples.CUSTOMER));
      Calls calls = new Calls(client, mode);
      Call<Customer> call = client.api(CustomersApi.class).retrieveCustomer("cust_1");
      running.set(call);

      assertThatThrownBy(() -> calls.raw(call)).isInstanceOf(CallCancelledException.class);
      calls.customer("cust_2");

      assertThat(http2.requests()).extracting(RecordedRequest::getExchangeIndex).containsExactly(0);
    }
  }

  private void nothingIsSentAfterTheDeadline(FinFusion.Builder client, BlockingOrAsync mode) {
    try (Calls calls = new Calls(TestOptions.time(client, time).deadline(DEADLINE).build(), mode)) {
      assertThatThrownBy(calls::pay)
          .isInstanceOfSatisfying(
              DeadlineExceededException.class,
              late -> assertThat(late.outcome()).isEqualTo(Outcome.NOT_SENT));
      assertThat(server.requests()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void theDeadlinePassesWhileAListenerIsNotifiedOfTheAttempt(BlockingOrAsync mode) {
    nothingIsSentAfterTheDeadline(TestClients.of(server).listener(taking(DEADLINE)), mode);
  }

  @ParameterizedTest
  @EnumSource
  void theDeadlinePassesWhenTheConnectionIsThere(BlockingOrAsync mode) {
    OkHttpClient base =
        new OkHttpClient.Builder()
            .addNetworkInterceptor(
                chain -> {
                  time.advance(DEADLINE.toNanos());
                  return chain.proceed(chain.request());
                })
            .build();
    nothingIsSentAfterTheDeadline(TestClients.of(server).httpClient(base), mode);
  }

  private CallListener taking(Duration all) {
    return new CallListener() {
      @Override
      public void attemptStarted(AttemptStarted attempt) {
        time.advance(all.toNanos());
      }
    };
  }

  /**
   * A tenth of a second is left, not as much as when it was decided to send; a busy machine may
   * need it all for the connection.
   */
  @ParameterizedTest
  @EnumSource
  @Timeout(20)
  void whatAListenerTakesAsTheAttemptStartsIsNotAddedToTheDeadline(BlockingOrAsync mode) {
    server.responds(FakeServer.silence());
    FinFusion.Builder client =
        TestClients.of(server).listener(taking(DEADLINE.minusMillis(100))).retries(0);
    try (Calls calls =
        new Calls(
            TestOptions.time(client, time).deadline(DEADLINE).timeout(DEADLINE).build(), mode)) {
      assertThatThrownBy(calls::pay)
          .isInstanceOfAny(OutcomeUnknownException.class, ConnectionException.class);
    }
  }
}
