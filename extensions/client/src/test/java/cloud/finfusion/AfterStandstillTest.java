package cloud.finfusion;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.api.CustomersApi;
import cloud.finfusion.ratelimit.RateLimiter;
import cloud.finfusion.ratelimit.Reservations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A process that stood still does not send at once what it may send over time. */
@Timeout(60)
class AfterStandstillTest {
  private static final int BURST = 20;

  private final FakeTime time = FakeTime.standing();
  private final RateLimiter limiter =
      RateLimiter.builder().maxRequests(BURST * 60).burst(BURST).clock(time::nanos).build();
  private final List<StartedCall> calls = new ArrayList<>();

  private void start(FinFusion client, int count) {
    for (int i = 0; i < count; i++) {
      calls.add(
          new StartedCall(
              client,
              Mode.BLOCKING,
              client.api(CustomersApi.class).retrieveCustomer("cust_" + calls.size())));
    }
  }

  @Test
  @DisplayName("D2 30 wait, the process stands still for 5 s, 20 more come: a burst, not 50")
  void aBurst() throws Exception {
    try (FakeServer server = new FakeServer().answers(FakeServer.json(Samples.CUSTOMER));
        FinFusion client = TestClients.of(server).time(time).rateLimiter(limiter).build()) {
      assertThat(Reservations.admittedNow(limiter)).isEqualTo(BURST);
      start(client, 30);
      Await.until(() -> time.waits().size() == 30);

      time.advance(Duration.ofSeconds(5).toNanos());
      calls.forEach(each -> LockSupport.unpark(each.caller()));
      start(client, BURST);
      Await.until(() -> time.waits().size() - 30 + over() == 30 + BURST);

      assertThat(server.requests()).hasSize(BURST);
      calls.forEach(each -> each.caller().interrupt());
      for (StartedCall each : calls) {
        each.caller().join();
      }
    }
  }

  private int over() {
    return (int) calls.stream().filter(StartedCall::isOver).count();
  }
}
