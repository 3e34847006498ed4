package cloud.finfusion.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.FinFusion;
import cloud.finfusion.TestOptions;
import cloud.finfusion.error.LimitReachedException;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.FakeTime;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.TestClients;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The listener of a limiter is notified when calls wait, with their exact number. */
class LimitReachedTest {
  private final BlockingQueue<LimitReached> events = new LinkedBlockingQueue<>();

  @AutoClose
  private final FakeServer server = new FakeServer().responds(FakeServer.json(Samples.CUSTOMER));

  private RateLimiter oneASecond(FakeTime time) {
    return RateLimiter.builder()
        .maxRequests(60)
        .burst(1)
        .clock(time::nanos)
        .onLimitReached(events::add)
        .build();
  }

  private int waiting() throws InterruptedException {
    return Objects.requireNonNull(events.poll(10, TimeUnit.SECONDS), "no event").waiting();
  }

  @ParameterizedTest
  @EnumSource
  void whoWentNoLongerWaits(BlockingOrAsync mode) throws Exception {
    FakeTime time = FakeTime.flowing();
    try (Calls calls =
        new Calls(
            TestOptions.time(TestClients.of(server), time).rateLimiter(oneASecond(time)).build(),
            mode)) {
      calls.customer("cust_1");
      calls.customer("cust_1");
      assertThat(events.poll(10, TimeUnit.SECONDS))
          .isEqualTo(new LimitReached(Duration.ofSeconds(1), 60, 1));
      time.advance(Duration.ofSeconds(10).toNanos());
      calls.customer("cust_1");
      calls.customer("cust_1");

      assertThat(waiting()).isEqualTo(1);
      assertThat(events).isEmpty();
    }
  }

  @Test
  void whoWasCancelledNoLongerWaits() throws Exception {
    FakeTime time = FakeTime.standing();
    RateLimiter limiter = oneASecond(time);
    Reservations.reserve(limiter, 0);
    try (FinFusion client =
        TestOptions.time(TestClients.of(server), time).rateLimiter(limiter).build()) {
      CompletableFuture<?> one = client.async().customers().retrieve("cust_1");
      assertThat(waiting()).isEqualTo(1);
      aPermitComesAndGoes(time, limiter);
      CompletableFuture<?> two = client.async().customers().retrieve("cust_1");
      assertThat(waiting()).isEqualTo(2);

      one.cancel(true);
      two.cancel(true);
      aPermitComesAndGoes(time, limiter);
      CompletableFuture<?> three = client.async().customers().retrieve("cust_1");

      assertThat(waiting()).isEqualTo(1);
      three.cancel(true);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoWasRefusedAfterAWaitNoLongerWaits(BlockingOrAsync mode) throws Exception {
    FakeTime time = FakeTime.flowing();
    RateLimiter limiter = oneASecond(time);
    Reservations.reserve(limiter, 0);
    time.atNextWait(() -> Reservations.source(limiter).pause(Duration.ofSeconds(100)));
    FinFusion.Builder client = TestOptions.time(TestClients.of(server), time).rateLimiter(limiter);
    try (Calls calls = new Calls(client.build(), mode)) {
      assertThatThrownBy(() -> calls.customer("cust_1")).isInstanceOf(LimitReachedException.class);
      assertThat(waiting()).isEqualTo(1);
      time.advance(Duration.ofSeconds(100).toNanos());
      aPermitComesAndGoes(time, limiter);
      calls.customer("cust_1");

      assertThat(waiting()).isEqualTo(1);
    }
  }

  /** After which the next that waits is reported again. */
  private static void aPermitComesAndGoes(FakeTime time, RateLimiter limiter) {
    time.advance(Duration.ofSeconds(2).toNanos());
    assertThat(Reservations.reserve(limiter, 0)).isZero();
  }
}
