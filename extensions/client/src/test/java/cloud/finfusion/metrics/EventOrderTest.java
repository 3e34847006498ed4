package cloud.finfusion.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.FinFusion;
import cloud.finfusion.TestOptions;
import cloud.finfusion.api.CustomersApi;
import cloud.finfusion.error.CallCancelledException;
import cloud.finfusion.error.DeadlineExceededException;
import cloud.finfusion.model.Customer;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.FakeTime;
import cloud.finfusion.testing.TestClients;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import retrofit2.Call;
import retrofit2.Response;

/** Each listener is notified of a start before its end, also when another listener cancels. */
class EventOrderTest {
  @AutoClose private final FakeServer server = new FakeServer();
  private final AtomicReference<@Nullable Call<?>> running = new AtomicReference<>();
  private final List<String> events = new CopyOnWriteArrayList<>();

  private final CallListener cancelling =
      new CallListener() {
        @Override
        public void attemptStarted(AttemptStarted attempt) {
          Objects.requireNonNull(running.get()).cancel();
        }
      };

  private final CallListener recording =
      new CallListener() {
        @Override
        public void attemptStarted(AttemptStarted attempt) {
          events.add("attempt started");
        }

        @Override
        public void attemptEnded(AttemptRecord attempt) {
          events.add("attempt ended");
        }

        @Override
        public void callEnded(CallRecord call) {
          events.add("call ended");
        }
      };

  @ParameterizedTest
  @EnumSource
  void cancelledByAListenerAsItsAttemptStarts(BlockingOrAsync mode) {
    FinFusion.Builder client = TestClients.of(server).listener(cancelling).listener(recording);
    try (Calls calls = new Calls(client.build(), mode)) {
      Call<Customer> call = calls.client().api(CustomersApi.class).retrieveCustomer("cust_1");
      running.set(call);

      assertThatThrownBy(() -> calls.raw(call)).isInstanceOf(CallCancelledException.class);

      assertThat(events).containsExactly("attempt started", "attempt ended", "call ended");
      assertThat(server.requests()).isEmpty();
    }
  }

  /** Its caller has the result at the deadline; the other listener waits its turn. */
  @Test
  void theDeadlinePassesWhileAListenerHangsAsTheAttemptStarts() throws Exception {
    FakeTime time = FakeTime.standing();
    CountDownLatch hangs = new CountDownLatch(1);
    CountDownLatch released = new CountDownLatch(1);
    CallListener hanging =
        new CallListener() {
          @Override
          public void attemptStarted(AttemptStarted attempt) {
            hangs.countDown();
            assertThatCode(released::await).doesNotThrowAnyException();
          }
        };
    FinFusion.Builder client = TestClients.of(server).listener(hanging).listener(recording);
    try (Calls calls = new Calls(TestOptions.time(client, time).build(), BlockingOrAsync.ASYNC)) {
      Call<Customer> call = calls.client().api(CustomersApi.class).retrieveCustomer("cust_1");
      CompletableFuture<Response<Customer>> end = new CompletableFuture<>();
      Thread caller = new Thread(() -> Calls.enqueue(call, end));
      caller.start();
      hangs.await();

      time.advance(Duration.ofMinutes(1).toNanos());

      assertThatThrownBy(() -> BlockingOrAsync.result(end))
          .isInstanceOf(DeadlineExceededException.class);
      assertThat(events).isEmpty();
      released.countDown();
      caller.join();
      assertThat(events).containsExactly("attempt started", "attempt ended", "call ended");
    }
  }
}
