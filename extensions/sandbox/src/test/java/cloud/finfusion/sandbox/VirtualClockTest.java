package cloud.finfusion.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.sandbox.internal.time.Schedule;
import cloud.finfusion.sandbox.testing.Caller;
import cloud.finfusion.sandbox.testing.FakeClock;
import cloud.finfusion.sandbox.testing.WebhookReceiver;
import cloud.finfusion.sandbox.testing.WebhookScene;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A virtual clock stands until a test moves it, and all that is due happens on the way. */
class VirtualClockTest {
  private static final Instant START = Instant.parse("2024-03-15T10:30:00Z");

  private final VirtualClock clock = VirtualClock.at(START);

  @Test
  void theClockStandsUntilItIsAdvanced() {
    assertThat(clock.instant()).isEqualTo(START);
    clock.advance(Duration.ofHours(1));
    assertThat(clock.instant()).isEqualTo(START.plusSeconds(3600));
    assertThatThrownBy(() -> clock.advance(Duration.ofNanos(-1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("forward only");
  }

  @Test
  void whatIsDueHappensAtItsInstantInTheOrderOfAllSandboxes() {
    try (Sandbox first = Sandbox.builder().clock(clock).start();
        Sandbox second = Sandbox.builder().clock(clock).start()) {
      slowPayment(first);
      clock.advance(Duration.ofSeconds(10));
      slowPayment(second);

      clock.advance(Duration.ofHours(1));

      assertThat(eventTime(first)).isEqualTo(START.plusSeconds(30));
      assertThat(eventTime(second)).isEqualTo(START.plusSeconds(40));
    }
  }

  @Test
  void anEventOfTheClockIsDelivered() {
    try (WebhookScene scene = new WebhookScene(builder -> builder.clock(clock))) {
      scene.endpoint(scene.receiver.url(), WebhookScene.PAID);
      slowPayment(scene.sandbox);

      clock.advance(Duration.ofSeconds(30));

      assertThat(scene.deliveries()).hasSize(1);
      assertThat(scene.paymentsReceived()).hasSize(1);
    }
  }

  /** A clock that waited for the delivery of whose end it is notified would take 15 s. */
  @Test
  @Timeout(10)
  void whoIsNotifiedOfTheEndOfADeliveryMayAdvanceTheClock() {
    try (WebhookScene scene = new WebhookScene(builder -> builder.clock(clock))) {
      scene.endpoint(scene.receiver.url(), WebhookScene.PAID);
      scene.pay();

      scene
          .sandbox
          .webhooks()
          .whenNonePending()
          .thenRun(() -> clock.advance(Duration.ofHours(1)))
          .join();

      assertThat(clock.instant()).isEqualTo(START.plusSeconds(3600));
    }
  }

  @Test
  void aRefusedDeliveryIsSentAgainWhenTheClockSaysSo() {
    Duration[] waits = {Duration.ofMinutes(5), Duration.ofHours(2), Duration.ofDays(1)};
    try (WebhookReceiver refusing = WebhookReceiver.respondingWith(() -> 503);
        WebhookScene scene =
            new WebhookScene(builder -> builder.clock(clock).webhookRetries(waits))) {
      scene.endpoint(refusing.url(), WebhookScene.PAID);
      scene.pay();

      clock.advance(Duration.ofMinutes(4));
      assertThat(refusing.received()).hasSize(1);
      clock.advance(Duration.ofDays(7));

      assertThat(refusing.received())
          .extracting(each -> Instant.ofEpochSecond(Long.parseLong(each.timestamp())))
          .containsExactly(
              START,
              START.plus(waits[0]),
              START.plus(waits[0]).plus(waits[1]),
              START.plus(waits[0]).plus(waits[1]).plus(waits[2]));
      assertThat(scene.sandbox.webhooks().deliveries())
          .extracting(WebhookDelivery::status)
          .containsExactly(WebhookDelivery.Status.GIVEN_UP);
    }
  }

  @Test
  void onAnyOtherClockWhatIsDueHappensBeforeTheNextRequest() {
    FakeClock other = new FakeClock();
    try (Sandbox sandbox = Sandbox.builder().clock(other).start()) {
      slowPayment(sandbox);
      other.advance(Duration.ofSeconds(30));

      assertThat(new Caller(sandbox).list("/v2/payments", "status")).containsExactly("succeeded");
    }
  }

  @Test
  void aClosedSandboxIsLeftAlone() {
    Sandbox sandbox = Sandbox.builder().clock(clock).start();
    slowPayment(sandbox);
    sandbox.close();

    clock.advance(Duration.ofHours(1));

    assertThat(sandbox.ledger().size()).isZero();
    assertThat(sandbox.parts.schedule.next()).isEmpty();
    assertThat(clock.schedules).isEmpty();
  }

  @Test
  void theClockNeverGoesBackToWhatIsOverdue() {
    List<Instant> seen = new ArrayList<>();
    VirtualClock later = VirtualClock.at(START.plusSeconds(3600));
    Schedule overdue = new Schedule(clock, Runnable::run);
    later.add(overdue);
    overdue.after(Duration.ofMinutes(1), () -> seen.add(later.instant()));
    clock.advance(Duration.ofMinutes(1));

    later.advance(Duration.ofSeconds(1));

    assertThat(seen).containsExactly(START.plusSeconds(3600));
  }

  private static void slowPayment(Sandbox sandbox) {
    new Caller(sandbox).create("/v2/payments", Caller.payment(1000, TestCards.SLOW));
  }

  private static Instant eventTime(Sandbox sandbox) {
    String events = new Caller(sandbox).get("/v2/events").body();
    return Instant.ofEpochSecond(Caller.json(events).at("/data/0/created").asLong());
  }
}
