package cloud.finfusion.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.FinFusion;
import cloud.finfusion.TestOptions;
import cloud.finfusion.api.CustomersApi;
import cloud.finfusion.model.Customer;
import cloud.finfusion.testing.Await;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.FakeTime;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.StartedCall;
import cloud.finfusion.testing.TestClients;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import retrofit2.Call;

/** A process that stood still does not send at once what it may send over time. */
@Timeout(60)
class AfterStandstillTest {
  private static final int BURST = 20;

  private final FakeTime time = FakeTime.standing();
  private final DueTimers timers = new DueTimers(time);
  private final RateLimiter limiter =
      RateLimiter.builder().maxRequests(BURST * 60).burst(BURST).clock(time::nanos).build();
  private final List<Call<Customer>> calls = new ArrayList<>();
  private final List<StartedCall> started = new ArrayList<>();

  private void start(FinFusion client, BlockingOrAsync mode, int count) {
    for (int i = 0; i < count; i++) {
      Call<Customer> call =
          client.api(CustomersApi.class).retrieveCustomer("cust_" + started.size());
      calls.add(call);
      started.add(new StartedCall(client, mode, call));
    }
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  @DisplayName("D2 30 wait, the process stands still for 5 s, 20 more come: a burst, not 50")
  void aBurst(BlockingOrAsync mode) throws Exception {
    try (FakeServer server = new FakeServer().responds(FakeServer.json(Samples.CUSTOMER));
        FinFusion client =
            TestOptions.time(TestClients.of(server), timers).rateLimiter(limiter).build()) {
      assertThat(Reservations.admittedNow(limiter)).isEqualTo(BURST);
      start(client, mode, 30);
      Await.until(() -> time.waits().size() == 30);

      time.advance(Duration.ofSeconds(5).toNanos());
      timers.runDue();
      started.forEach(each -> LockSupport.unpark(each.caller()));
      start(client, mode, BURST);
      Await.until(() -> time.waits().size() - 30 + over() == 30 + BURST);

      assertThat(server.requests()).hasSize(BURST);
      calls.forEach(Call::cancel);
      for (StartedCall each : started) {
        each.end();
      }
    }
  }

  private int over() {
    return (int) started.stream().filter(StartedCall::isOver).count();
  }
}
