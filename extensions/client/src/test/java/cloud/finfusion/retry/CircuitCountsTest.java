package cloud.finfusion.retry;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.FinFusion;
import cloud.finfusion.TestOptions;
import cloud.finfusion.api.CustomersApi;
import cloud.finfusion.auth.Credential;
import cloud.finfusion.error.CallCancelledException;
import cloud.finfusion.error.ConfigurationException;
import cloud.finfusion.error.DeadlineExceededException;
import cloud.finfusion.error.InvalidResponseException;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.FakeTime;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.TestClients;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import retrofit2.Call;

/** What fails on this side of the wire says nothing of the server, and opens no circuit. */
class CircuitCountsTest {
  @AutoClose
  private final FakeServer server = new FakeServer().responds(FakeServer.json(Samples.CUSTOMER));

  private static FinFusion.Builder client(FakeServer server) {
    return TestClients.of(server)
        .retries(0)
        .circuitBreaker(CircuitBreakerOptions.builder().failures(1).build());
  }

  @ParameterizedTest
  @EnumSource
  void aCredentialThatCannotBeSent(BlockingOrAsync mode) {
    String[] token = {Samples.KEY};
    try (Calls calls = new Calls(client(server).credential(() -> token[0]).build(), mode)) {
      token[0] = "dev_CANARY\n";
      assertThatThrownBy(() -> calls.customer("cust_1")).isInstanceOf(ConfigurationException.class);
      token[0] = Samples.KEY;

      calls.customer("cust_1");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aCredentialThatUsesUpTheDeadline(BlockingOrAsync mode) {
    FakeTime time = FakeTime.flowing();
    AtomicBoolean slow = new AtomicBoolean();
    Credential credential =
        () -> {
          if (slow.getAndSet(false)) {
            time.advance(Duration.ofHours(1).toNanos());
          }
          return Samples.KEY;
        };
    FinFusion.Builder client = TestOptions.time(client(server).credential(credential), time);
    try (Calls calls = new Calls(client.build(), mode)) {
      slow.set(true);
      assertThatThrownBy(() -> calls.customer("cust_1"))
          .isInstanceOf(DeadlineExceededException.class);

      calls.customer("cust_1");
    }
  }

  @ParameterizedTest
  @EnumSource
  void anInterceptorThatThrows(BlockingOrAsync mode) {
    AtomicBoolean throwing = new AtomicBoolean(true);
    OkHttpClient base =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  if (throwing.get()) {
                    throw new IllegalStateException("CANARY");
                  }
                  return chain.proceed(chain.request());
                })
            .build();
    try (Calls calls = new Calls(client(server).httpClient(base).build(), mode)) {
      assertThatThrownBy(() -> calls.customer("cust_1")).isInstanceOf(ConfigurationException.class);
      throwing.set(false);

      calls.customer("cust_1");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aResponseOverTheCap(BlockingOrAsync mode) {
    server.responds(
        FakeServer.json(Samples.CUSTOMER + " ".repeat(1000)), FakeServer.json(Samples.CUSTOMER));
    try (Calls calls = new Calls(client(server).maxResponseBytes(1000).build(), mode)) {
      assertThatThrownBy(() -> calls.customer("cust_1"))
          .isInstanceOf(InvalidResponseException.class);

      calls.customer("cust_1");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aCallThatIsCancelled(BlockingOrAsync mode) {
    AtomicReference<@Nullable Call<?>> running = new AtomicReference<>();
    try (FakeServer cancelling = new FakeServer(web -> web.setDispatcher(cancelling(running)));
        Calls calls = new Calls(client(cancelling).build(), mode)) {
      Call<?> call = calls.client().api(CustomersApi.class).retrieveCustomer("cust_1");
      running.set(call);
      assertThatThrownBy(() -> calls.raw(call)).isInstanceOf(CallCancelledException.class);

      calls.customer("cust_1");
    }
  }

  /** A server that cancels the first call, which it leaves without a response. */
  private static Dispatcher cancelling(AtomicReference<@Nullable Call<?>> running) {
    return new Dispatcher() {
      @Override
      public MockResponse dispatch(RecordedRequest request) {
        Call<?> first = running.getAndSet(null);
        if (first == null) {
          return FakeServer.json(Samples.CUSTOMER);
        }
        first.cancel();
        return FakeServer.silence();
      }
    };
  }
}
