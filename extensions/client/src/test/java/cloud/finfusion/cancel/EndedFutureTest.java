package cloud.finfusion.cancel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.FinFusion;
import cloud.finfusion.TestOptions;
import cloud.finfusion.error.Outcome;
import cloud.finfusion.metrics.CallListener;
import cloud.finfusion.metrics.CallRecord;
import cloud.finfusion.model.Payment;
import cloud.finfusion.testing.Await;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.FakeTime;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.TestClients;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever ends the future of a call ends the call. */
class EndedFutureTest {
  /** The ways to end a future. */
  @SuppressWarnings("ImmutableEnumChecker") // its functions keep nothing
  enum Way {
    OR_TIMEOUT(future -> future.orTimeout(1, TimeUnit.MILLISECONDS)),
    COMPLETE_ON_TIMEOUT(future -> future.completeOnTimeout(null, 1, TimeUnit.MILLISECONDS)),
    COMPLETE(future -> future.complete(null)),
    COMPLETE_ASYNC(future -> future.completeAsync(() -> null)),
    COMPLETE_EXCEPTIONALLY(
        future -> future.completeExceptionally(new TimeoutException("of the caller"))),
    CANCEL(future -> future.cancel(false));

    private final Consumer<CompletableFuture<?>> end;

    Way(Consumer<CompletableFuture<?>> end) {
      this.end = end;
    }
  }

  @AutoClose private final FakeServer server = new FakeServer();
  private final CompletableFuture<CallRecord> ended = new CompletableFuture<>();
  private final CallListener listener =
      new CallListener() {
        @Override
        public void callEnded(CallRecord call) {
          ended.complete(call);
        }
      };

  @ParameterizedTest
  @EnumSource
  @DisplayName("A8 a future that is ended in a wait: nothing more is sent")
  void inAWait(Way way) throws Exception {
    FakeTime standing = FakeTime.standing();
    server.responds(FakeServer.status(503));
    try (FinFusion client =
        TestOptions.time(TestClients.of(server), standing)
            .maxConcurrent(1)
            .listener(listener)
            .build()) {
      CompletableFuture<Payment> payment = client.async().payments().create(Samples.payment());
      standing.awaitWait();

      way.end.accept(payment);

      CallRecord record = ended.get(10, TimeUnit.SECONDS);
      assertThat(record.attempts()).isEqualTo(1);
      assertThat(record.outcome()).isEqualTo(Outcome.UNKNOWN);
      assertThat(payment).isDone();
      assertThat(server.requests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("A8 a future that is ended while the server is silent: the slot is given back")
  void onTheWire(Way way) throws Exception {
    server.responds(FakeServer.silence());
    try (FinFusion client = TestClients.of(server).maxConcurrent(1).listener(listener).build()) {
      CompletableFuture<Payment> payment = client.async().payments().create(Samples.payment());
      Await.until(() -> server.requests().size() == 1);

      way.end.accept(payment);

      assertThat(ended.get(10, TimeUnit.SECONDS).outcome()).isEqualTo(Outcome.UNKNOWN);
      server.responds(FakeServer.json(Samples.PAYMENT));
      assertThat(client.payments().create(Samples.payment()).id()).isEqualTo("pay_1");
      assertThat(server.requests()).hasSize(2);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"OR_TIMEOUT", "COMPLETE_EXCEPTIONALLY"})
  @DisplayName("A8 the future holds what its caller ended it with")
  void whatTheFutureHolds(Way way) throws Exception {
    server.responds(FakeServer.silence());
    try (FinFusion client = TestClients.of(server).listener(listener).build()) {
      CompletableFuture<Payment> payment = client.async().payments().create(Samples.payment());
      way.end.accept(payment);
      ended.get(10, TimeUnit.SECONDS);

      assertThatThrownBy(payment::get).hasCauseInstanceOf(TimeoutException.class);
    }
  }
}
