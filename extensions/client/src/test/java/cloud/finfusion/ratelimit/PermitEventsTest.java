package cloud.finfusion.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.FinFusion;
import cloud.finfusion.TestOptions;
import cloud.finfusion.api.CustomersApi;
import cloud.finfusion.error.LimitReachedException;
import cloud.finfusion.metrics.AttemptStarted;
import cloud.finfusion.metrics.CallListener;
import cloud.finfusion.metrics.CallRecord;
import cloud.finfusion.metrics.PermitRecord;
import cloud.finfusion.model.Customer;
import cloud.finfusion.spi.PermitSource.Reservation;
import cloud.finfusion.testing.Await;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.FakeTime;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.StartedCall;
import cloud.finfusion.testing.TestClients;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import retrofit2.Call;

/** Listeners are notified of a permit that does not come in time, whatever kept it. */
@Timeout(60)
class PermitEventsTest {
  private static final Duration DEADLINE = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);

  @AutoClose
  private final FakeServer server = new FakeServer().responds(FakeServer.json(Samples.CUSTOMER));

  private final FakePermitSource source = new FakePermitSource();
  private final CompletableFuture<Reservation> decision = new CompletableFuture<>();
  private final List<String> events = new CopyOnWriteArrayList<>();

  private final CallListener recording =
      new CallListener() {
        @Override
        public void permitWaited(PermitRecord permit) {
          events.add(permit.source() + " waited " + permit.waited());
        }

        @Override
        public void permitRefused(PermitRecord permit) {
          events.add(permit.source() + " refused, next in " + permit.waited());
        }

        @Override
        public void attemptStarted(AttemptStarted attempt) {
          events.add("attempt");
        }

        @Override
        public void callEnded(CallRecord call) {
          events.add("end");
        }
      };

  private FinFusion.Builder client() {
    return TestClients.of(server)
        .retries(0)
        .deadline(DEADLINE)
        .listener(recording)
        .rateLimiter(RateLimiter.builder().permitSource(source).build());
  }

  private Reservation granted() {
    return source.granted(Duration.ZERO, Duration.ZERO);
  }

  /** A call that waits for its permit. */
  private StartedCall waiting(FinFusion client, BlockingOrAsync mode, Call<Customer> call) {
    source.decides(() -> decision);
    StartedCall started = new StartedCall(client, mode, call);
    Await.until(() -> !source.calls().isEmpty());
    return started;
  }

  private static Call<Customer> call(FinFusion client) {
    return client.api(CustomersApi.class).retrieveCustomer("cust_1");
  }

  @ParameterizedTest
  @EnumSource
  void aWaitIsAsLongAsTheTimeFromTheRequestToTheDecision(BlockingOrAsync mode) throws Exception {
    FakeTime time = FakeTime.standing();
    try (FinFusion client = TestOptions.time(client(), time).build()) {
      time.advance(HOUR.toNanos()); // it counts from the request, not from a clock's zero
      StartedCall started = waiting(client, mode, call(client));
      Await.until(() -> started.caller().getState() != Thread.State.RUNNABLE);

      time.advance(Duration.ofSeconds(5).toNanos());
      decision.complete(granted());
      started.end();

      assertThat(events).containsExactly("rate waited PT5S", "attempt", "end");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPermitThatIsNotThereAtTheDeadlineIsRefusedAndOfNoInterestAfterwards(BlockingOrAsync mode)
      throws Exception {
    FakeTime time = FakeTime.standing();
    try (FinFusion client = TestOptions.time(client(), time).build()) {
      StartedCall started = waiting(client, mode, call(client));

      time.advance(DEADLINE.toNanos());
      LockSupport.unpark(started.caller());
      started.end();
      decision.complete(granted());

      assertThat(events).containsExactly("rate refused, next in PT0S", "end");
      assertThat(source.calls()).endsWith("release");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPermitThatComesAfterTheDeadlineBeforeTheCallNoticesIsRefused(BlockingOrAsync mode)
      throws Exception {
    FakeTime time =
        mode == BlockingOrAsync.BLOCKING ? FakeTime.standing() : FakeTime.withoutAlarms();
    try (FinFusion client = TestOptions.time(client(), time).build()) {
      StartedCall started = waiting(client, mode, call(client));
      Await.until(() -> started.caller().getState() != Thread.State.RUNNABLE);

      time.advance(DEADLINE.toNanos());
      decision.complete(granted());
      started.end();

      assertThat(events).containsExactly("rate refused, next in PT0S", "end");
      assertThat(source.calls()).endsWith("release");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPermitThatWasWaitedForWhenTheCallWasCancelledIsNeitherRefusedNorWaitedFor(
      BlockingOrAsync mode) throws Exception {
    try (FinFusion client = TestOptions.time(client(), FakeTime.standing()).build()) {
      Call<Customer> call = call(client);
      StartedCall started = waiting(client, mode, call);

      call.cancel();
      decision.complete(granted());
      started.end();

      assertThat(events).containsExactly("end");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPermitForTooLateAMomentIsRefused(BlockingOrAsync mode) {
    for (Reservation late :
        List.of(source.granted(HOUR, Duration.ZERO), source.granted(Duration.ZERO, HOUR))) {
      events.clear();
      source.decides(late);
      try (Calls calls = new Calls(client().build(), mode)) {
        assertThatThrownBy(() -> calls.customer("cust_1"))
            .isInstanceOf(LimitReachedException.class);

        assertThat(events).containsExactly("rate refused, next in PT1H", "end");
      }
    }
  }
}
