package cloud.finfusion.cancel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cloud.finfusion.FinFusion;
import cloud.finfusion.TestOptions;
import cloud.finfusion.api.CustomersApi;
import cloud.finfusion.api.PaymentsApi;
import cloud.finfusion.call.CallOptions;
import cloud.finfusion.error.CallCancelledException;
import cloud.finfusion.error.DeadlineExceededException;
import cloud.finfusion.error.Outcome;
import cloud.finfusion.error.OutcomeUnknownException;
import cloud.finfusion.error.ServerException;
import cloud.finfusion.metrics.AttemptRecord;
import cloud.finfusion.metrics.CallListener;
import cloud.finfusion.metrics.CallRecord;
import cloud.finfusion.model.Customer;
import cloud.finfusion.model.Payment;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.FakeTime;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.TestClients;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import retrofit2.Call;

/** A call that is ended early ends at once, and says what came before. */
class CancellationTest {
  private final FakeTime standing = FakeTime.standing();

  @AutoClose private final FakeServer server = new FakeServer().responds(FakeServer.status(503));

  @AutoClose
  private final FinFusion client = TestOptions.time(TestClients.of(server), standing).build();

  @ParameterizedTest
  @EnumSource
  @DisplayName("C165 cancelled in a wait: no further request, the last response is the cause")
  void cancelledInAWait(BlockingOrAsync mode) throws Exception {
    Call<Customer> call = client.api(CustomersApi.class).retrieveCustomer("cust_1");
    CompletableFuture<Throwable> end = ended(() -> new Calls(client, mode).raw(call));
    standing.awaitWait();

    call.cancel();

    assertThat(end.get(30, TimeUnit.SECONDS))
        .isInstanceOf(CallCancelledException.class)
        .hasMessage("customers.retrieve: the call was cancelled.")
        .hasCauseInstanceOf(ServerException.class);
    assertThat(server.requests()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void cancelledBeforeItIsMadeItSendsNothing(BlockingOrAsync mode) {
    try (FinFusion untimed = TestClients.of(server).retries(0).build()) {
      Call<Payment> call = untimed.api(PaymentsApi.class).createPayment(Samples.payment(), null);
      call.cancel();

      assertThatThrownBy(() -> new Calls(untimed, mode).raw(call))
          .isInstanceOfSatisfying(
              CallCancelledException.class,
              cancelled -> assertThat(cancelled.outcome()).isEqualTo(Outcome.NOT_SENT));
      assertThat(server.requests()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void madeASecondTimeItIsRefusedAndTheFirstLosesNothing(BlockingOrAsync mode) throws Exception {
    Call<Payment> call = client.api(PaymentsApi.class).createPayment(Samples.payment(), null);
    CompletableFuture<Throwable> end = ended(() -> new Calls(client, mode).raw(call));
    standing.awaitWait();

    assertThatThrownBy(() -> new Calls(client, mode).raw(call))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the call was made already. Make its clone()");
    call.cancel();

    assertThat(end.get(30, TimeUnit.SECONDS)).isInstanceOf(OutcomeUnknownException.class);
  }

  @Test
  @DisplayName("C165 a cancelled future ends its call in the wait")
  void aCancelledFuture() throws Exception {
    CompletableFuture<Customer> future = client.async().customers().retrieve("cust_1");
    standing.awaitWait();

    assertThat(future.cancel(true)).isTrue();

    client.close();
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void aCancelledPageAndWhatIsLookedForEndTheirCallsInTheWait() throws Exception {
    for (Function<FinFusion, CompletableFuture<?>> each :
        List.<Function<FinFusion, CompletableFuture<?>>>of(
            c -> c.async().customers().list().first(),
            c -> c.async().customers().list().forEach(customer -> {}),
            c -> c.async().payments().findByIdempotencyKey("order-17"))) {
      CompletableFuture<CallRecord> ended = new CompletableFuture<>();
      CallListener listener =
          new CallListener() {
            @Override
            public void callEnded(CallRecord call) {
              ended.complete(call);
            }
          };
      FakeTime time = FakeTime.standing();
      try (FinFusion other =
          TestOptions.time(TestClients.of(server), time).listener(listener).build()) {
        CompletableFuture<?> future = each.apply(other);
        time.awaitWait();

        assertThat(future.cancel(true)).isTrue();

        assertThat(ended.get(30, TimeUnit.SECONDS).attempts()).isEqualTo(1);
      }
    }
  }

  @Test
  void aProgramAtItsEndIsNotHeldByIdleThreads() throws Exception {
    CompletableFuture<Thread> caller = new CompletableFuture<>();
    CallListener listener =
        new CallListener() {
          @Override
          public void attemptEnded(AttemptRecord attempt) {
            caller.complete(Thread.currentThread());
          }
        };
    try (FinFusion other = TestClients.of(server).retries(0).listener(listener).build()) {
      Throwable failure = catchThrowable(other.async().customers().retrieve("cust_1")::join);

      caller.join().join(20_000);
      assertThat(failure).hasCauseInstanceOf(ServerException.class);
      assertThat(caller.join().isAlive()).isFalse();
    }
  }

  @Test
  @DisplayName("C162 interrupted in a wait: ends at once, the flag is kept, no further request")
  void interruptedInAWait() throws Exception {
    CompletableFuture<Boolean> flag = new CompletableFuture<>();
    CompletableFuture<Throwable> end = new CompletableFuture<>();
    Thread caller =
        new Thread(
            () -> {
              end.complete(catchThrowable(() -> client.customers().retrieve("cust_1")));
              flag.complete(Thread.currentThread().isInterrupted());
            });
    caller.start();
    standing.awaitWait();

    caller.interrupt();

    assertThat(end.get(30, TimeUnit.SECONDS))
        .isInstanceOf(CallCancelledException.class)
        .hasMessage("customers.retrieve: the thread was interrupted; its flag is still set.")
        .hasCauseInstanceOf(ServerException.class);
    assertThat(flag.get(30, TimeUnit.SECONDS)).isTrue();
    assertThat(server.requests()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C168 the client is closed: what waits ends typed, later calls are refused")
  void closed(BlockingOrAsync mode) throws Exception {
    CompletableFuture<Throwable> end = ended(() -> new Calls(client, mode).pay());
    standing.awaitWait();

    client.close();
    client.close();

    assertThat(end.get(30, TimeUnit.SECONDS))
        .isInstanceOf(OutcomeUnknownException.class)
        .hasCauseInstanceOf(CallCancelledException.class)
        .hasMessageContaining("the client was closed during the call.");
    assertThatThrownBy(() -> new Calls(client, mode).pay())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("the client is closed.");
    assertThat(server.requests()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C050 a slow drip ends at the deadline, however long each byte takes")
  void aSlowDrip(BlockingOrAsync mode) {
    server.responds(
        FakeServer.response(200, Samples.CUSTOMER)
            .throttleBody(1, 300, TimeUnit.MILLISECONDS)
            .build());
    CallOptions options = CallOptions.builder().deadline(Duration.ofSeconds(2)).build();
    try (Calls calls = new Calls(real().build(), mode)) {
      DeadlineExceededException error =
          catchThrowableOfType(
              DeadlineExceededException.class, () -> calls.payment("pay_1", options));

      assertThat(error)
          .hasMessageMatching(
              "payments.retrieve: the deadline passed after \\d+ ms. Raise the deadline.");
      assertThat(server.requests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("call.timeout() of a raw call is its deadline; on attempt 2 the 503 is the cause")
  void theTimeoutOfARawCall(BlockingOrAsync mode) {
    server.responds(FakeServer.status(503), FakeServer.silence());
    try (Calls calls = new Calls(real().retry(TestClients.AT_ONCE).build(), mode)) {
      Call<Customer> call = calls.client().api(CustomersApi.class).retrieveCustomer("cust_1");
      call.timeout().timeout(2, TimeUnit.SECONDS);

      assertThat(catchThrowableOfType(DeadlineExceededException.class, () -> calls.raw(call)))
          .hasCauseInstanceOf(ServerException.class);
      assertThat(server.requests()).hasSize(2);
    }
  }

  private FinFusion.Builder real() {
    return FinFusion.builder().apiKey(Samples.KEY).baseUrl(server.uri());
  }

  private static CompletableFuture<Throwable> ended(Runnable call) {
    CompletableFuture<Throwable> end = new CompletableFuture<>();
    new Thread(() -> end.complete(catchThrowable(call::run))).start();
    return end;
  }
}
