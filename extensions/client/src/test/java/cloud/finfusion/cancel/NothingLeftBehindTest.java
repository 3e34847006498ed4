package cloud.finfusion.cancel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import cloud.finfusion.FinFusion;
import cloud.finfusion.TestOptions;
import cloud.finfusion.api.CustomersApi;
import cloud.finfusion.error.CallCancelledException;
import cloud.finfusion.error.ConfigurationException;
import cloud.finfusion.error.InvalidResponseException;
import cloud.finfusion.error.OutcomeUnknownException;
import cloud.finfusion.model.Customer;
import cloud.finfusion.testing.Await;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.FakeTime;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.StartedCall;
import cloud.finfusion.testing.TestClients;
import java.io.IOException;
import java.util.List;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import retrofit2.Call;

/** A call that is over leaves no timer and no connection behind, however it ended. */
class NothingLeftBehindTest {
  @AutoClose private final FakeServer server = new FakeServer();

  @ParameterizedTest
  @EnumSource
  void aCallThatWentThroughSeveralWaitsLeavesNoTimer(BlockingOrAsync mode) {
    FakeTime time = FakeTime.flowing();
    server.responds(FakeServer.status(503), FakeServer.json(Samples.CUSTOMER));
    try (Calls calls = new Calls(TestOptions.time(TestClients.of(server), time).build(), mode)) {
      calls.customer("cust_1");

      assertThat(time.waits()).hasSize(1);
      Await.until(() -> time.timers() == 0);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aCallThatIsCancelledInAWaitLeavesNoTimer(BlockingOrAsync mode) throws Exception {
    FakeTime time = FakeTime.standing();
    server.responds(FakeServer.status(503));
    try (FinFusion client = TestOptions.time(TestClients.of(server), time).build()) {
      Call<Customer> call = client.api(CustomersApi.class).retrieveCustomer("cust_1");
      StartedCall started = new StartedCall(client, mode, call);
      time.awaitWait();
      time.awaitTimer();

      call.cancel();

      assertThat(started.end().failure()).isInstanceOf(CallCancelledException.class);
      Await.until(() -> time.timers() == 0);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aCallThatIsCancelledWhileItsTimerIsSetLeavesNoTimer(BlockingOrAsync mode) {
    FakeTime time = FakeTime.standing();
    server.responds(FakeServer.status(503));
    try (Calls calls = new Calls(TestOptions.time(TestClients.of(server), time).build(), mode)) {
      Call<Customer> call = calls.client().api(CustomersApi.class).retrieveCustomer("cust_1");
      time.atNextWait(call::cancel);

      assertThatThrownBy(() -> calls.raw(call)).isInstanceOf(CallCancelledException.class);

      Await.until(() -> time.timers() == 0);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aResponseThatIsTooLargeKeepsNoConnection(BlockingOrAsync mode) {
    server.responds(FakeServer.json(" ".repeat(1 << 20)));
    ConnectionPool pool = new ConnectionPool();
    OkHttpClient base = new OkHttpClient.Builder().connectionPool(pool).build();
    FinFusion.Builder client = TestClients.of(server).httpClient(base).maxResponseBytes(1_000);
    try (Calls calls = new Calls(client.build(), mode)) {
      assertThat(catchThrowable(() -> calls.customer("cust_1")))
          .isInstanceOf(InvalidResponseException.class);

      assertThat(pool.connectionCount()).isEqualTo(pool.idleConnectionCount());
    }
  }

  /** The caller's interceptor returns what another client received, and nobody else closes it. */
  @ParameterizedTest
  @EnumSource
  void theResponseToAnotherRequestKeepsNoConnection(BlockingOrAsync mode) {
    server.responds(FakeServer.json(" ".repeat(1 << 20)));
    ConnectionPool pool = new ConnectionPool();
    OkHttpClient another = new OkHttpClient.Builder().connectionPool(pool).build();
    Request elsewhere = new Request.Builder().url(server.uri().toString()).build();
    OkHttpClient base =
        another.newBuilder().addInterceptor(chain -> another.newCall(elsewhere).execute()).build();
    try (Calls calls =
        new Calls(TestClients.of(server).httpClient(base).retries(0).build(), mode)) {
      assertThat(catchThrowable(() -> calls.customer("cust_1")))
          .isInstanceOf(ConfigurationException.class);

      assertThat(server.requests()).hasSize(1);
      assertThat(pool.connectionCount()).isEqualTo(pool.idleConnectionCount());
    }
  }

  /** A caller's interceptor has the response, and throws instead of returning or closing it. */
  @ParameterizedTest
  @EnumSource
  void theResponseThatAnInterceptorLosesKeepsNoConnection(BlockingOrAsync mode) {
    server.responds(FakeServer.json(" ".repeat(1 << 20)));
    for (Throwable lost : List.of(new IOException(), new IllegalStateException(), new Error())) {
      ConnectionPool pool = new ConnectionPool();
      OkHttpClient base =
          new OkHttpClient.Builder()
              .connectionPool(pool)
              .addInterceptor(
                  chain -> {
                    var unused = chain.proceed(chain.request());
                    throw NothingLeftBehindTest.<RuntimeException>undeclared(lost);
                  })
              .build();
      try (Calls calls =
          new Calls(TestClients.of(server).httpClient(base).retries(0).build(), mode)) {
        assertThat(catchThrowable(calls::pay)).isInstanceOf(OutcomeUnknownException.class);
      }
      assertThat(pool.connectionCount()).isEqualTo(pool.idleConnectionCount());
    }
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Throwable> E undeclared(Throwable thrown) throws E {
    throw (E) thrown;
  }
}
