package cloud.finfusion.sandbox.internal.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.sandbox.Sandbox;
import cloud.finfusion.sandbox.internal.http.Json;
import cloud.finfusion.sandbox.internal.time.Schedule;
import cloud.finfusion.sandbox.testing.FakeClock;
import cloud.finfusion.sandbox.testing.WebhookReceiver;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Deliveries are retried as the schedule says. */
class WebhookSenderTest {
  private static final Duration FIRST = Duration.ofMinutes(1);
  private static final Duration SECOND = Duration.ofHours(1);

  private final FakeClock clock = new FakeClock();
  private final Schedule schedule = new Schedule(clock, Runnable::run);

  @Test
  void itRetriesAfterEachWaitOnTheClockAndThenGivesUp() {
    try (WebhookReceiver refusing = WebhookReceiver.respondingWith(() -> 500)) {
      Delivery delivery = delivery(refusing.url());

      sender(RetrySchedule.of(FIRST, SECOND)).start(delivery);

      assertThat(attemptsAfter(Duration.ZERO, delivery)).isEqualTo(1);
      assertThat(attemptsAfter(FIRST.minusMillis(1), delivery)).isEqualTo(1);
      assertThat(attemptsAfter(Duration.ofMillis(1), delivery)).isEqualTo(2);
      assertThat(attemptsAfter(SECOND.minusMillis(1), delivery)).isEqualTo(2);
      assertThat(delivery.state()).isEqualTo(Delivery.State.PENDING);
      assertThat(attemptsAfter(Duration.ofMillis(1), delivery)).isEqualTo(3);
      assertThat(delivery.state()).isEqualTo(Delivery.State.GIVEN_UP);
      assertThat(schedule.next()).isEmpty();
      assertThat(refusing.received()).hasSize(3);
    }
  }

  private int attemptsAfter(Duration time, Delivery delivery) {
    clock.advance(time);
    schedule.runDue();
    schedule.awaitEnds(Duration.ofSeconds(30));
    return delivery.attempts();
  }

  @Test
  void aClosedSenderSendsNothing() {
    try (WebhookReceiver receiver = WebhookReceiver.respondingWith(() -> 200)) {
      WebhookSender sender = sender(RetrySchedule.SHORT);
      sender.close();

      Delivery delivery = delivery(receiver.url());
      sender.start(delivery);
      schedule.awaitEnds(Duration.ofSeconds(30));

      assertThat(delivery.attempts()).isZero();
    }
  }

  @Test
  void theDefaultWaitsAreShortAndGrow() {
    assertThat(RetrySchedule.SHORT.waits())
        .containsExactly(Duration.ofMillis(100), Duration.ofMillis(200), Duration.ofMillis(400));
  }

  @Test
  void aWaitIsNotNegativeNorLongerThanADay() {
    for (Duration wrong : List.of(Duration.ofNanos(-1), Duration.ofDays(1).plusNanos(1))) {
      assertThatThrownBy(() -> Sandbox.builder().webhookRetries(wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("A wait is 0 to PT24H, not ");
    }
  }

  private WebhookSender sender(RetrySchedule retries) {
    return new WebhookSender(new WebhookSecrets(clock), retries, clock, schedule);
  }

  private static Delivery delivery(String url) {
    return new Delivery(
        Json.object().put("id", "evt_1"), new WebhookEndpoints.Endpoint("we_1", url));
  }
}
