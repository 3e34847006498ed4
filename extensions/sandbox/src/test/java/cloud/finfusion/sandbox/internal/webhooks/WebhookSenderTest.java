package cloud.finfusion.sandbox.internal.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.sandbox.Sandbox;
import cloud.finfusion.sandbox.internal.http.Json;
import cloud.finfusion.sandbox.testing.FakeClock;
import cloud.finfusion.sandbox.testing.WebhookReceiver;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Deliveries are retried as the schedule says. */
class WebhookSenderTest {
  private static final Duration FIRST = Duration.ofMinutes(1);
  private static final Duration SECOND = Duration.ofHours(1);

  private final FakeClock clock = new FakeClock();
  private final Queue<Duration> waited = new ConcurrentLinkedQueue<>();

  @Test
  void itRetriesAfterEachWaitOfTheScheduleAndThenGivesUp() {
    try (WebhookReceiver refusing = WebhookReceiver.respondingWith(() -> 500)) {
      Delivery delivery = delivery(refusing.url());

      sender(RetrySchedule.of(FIRST, SECOND)).start(delivery);
      delivery.ended().orTimeout(30, TimeUnit.SECONDS).join();

      assertThat(waited).containsExactly(FIRST, SECOND);
      assertThat(delivery.state()).isEqualTo(Delivery.State.GIVEN_UP);
      assertThat(refusing.received()).hasSize(3);
    }
  }

  @Test
  void aClosedSenderSendsNothing() {
    try (WebhookReceiver receiver = WebhookReceiver.respondingWith(() -> 200)) {
      WebhookSender sender = sender(RetrySchedule.SHORT);
      sender.close();

      Delivery delivery = delivery(receiver.url());
      sender.start(delivery);

      assertThat(delivery.attempts()).isZero();
    }
  }

  @Test
  void theDefaultWaitsAreShortAndGrow() {
    assertThat(RetrySchedule.SHORT.waits())
        .containsExactly(Duration.ofMillis(100), Duration.ofMillis(200), Duration.ofMillis(400));
    assertThat(RetrySchedule.SHORT.waitAfter(3)).contains(Duration.ofMillis(400));
    assertThat(RetrySchedule.SHORT.waitAfter(4)).isEmpty();
  }

  @Test
  void aWaitIsNotNegativeNorLongerThanADay() {
    for (Duration wrong : List.of(Duration.ofNanos(-1), Duration.ofDays(1).plusNanos(1))) {
      assertThatThrownBy(() -> Sandbox.builder().webhookRetries(wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("A wait is 0 to PT24H, not ");
    }
  }

  private WebhookSender sender(RetrySchedule schedule) {
    WebhookSender.Timer immediate =
        (wait, next) -> {
          waited.add(wait);
          next.run();
        };
    return new WebhookSender(new WebhookSecrets(clock), schedule, clock, immediate);
  }

  private static Delivery delivery(String url) {
    return new Delivery(
        Json.object().put("id", "evt_1"), new WebhookEndpoints.Endpoint("we_1", url));
  }
}
