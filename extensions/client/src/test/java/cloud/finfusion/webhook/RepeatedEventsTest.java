package cloud.finfusion.webhook;

import static cloud.finfusion.webhook.Deliveries.NOW;
import static cloud.finfusion.webhook.Deliveries.SECRET;
import static cloud.finfusion.webhook.Deliveries.event;
import static cloud.finfusion.webhook.Deliveries.headers;
import static cloud.finfusion.webhook.Deliveries.signed;
import static cloud.finfusion.webhook.Deliveries.verifier;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cloud.finfusion.error.Outcome;
import cloud.finfusion.error.WebhookReplayedException;
import cloud.finfusion.webhook.ReplayGuard.Claim;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** An event that came before says whether it was handled or is being handled. */
class RepeatedEventsTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final byte[] BODY = event("evt_1");

  private final AtomicLong nanos = new AtomicLong();
  private final ReplayGuard guard = new MemoryReplayGuard(2, HOUR, nanos::get);
  private final WebhookVerifier once = verifier(SECRET).replayGuard(guard).build();

  private String constructed(byte[] body) {
    return once.constructEvent(body, signed(body), Long.toString(NOW)).id();
  }

  private WebhookReplayedException refused() {
    WebhookReplayedException refused =
        catchThrowableOfType(WebhookReplayedException.class, () -> constructed(BODY));
    assertThat(refused.eventId()).isEqualTo("evt_1");
    assertThat(refused.operation()).isEqualTo("webhook");
    assertThat(refused.outcome()).isEqualTo(Outcome.NOT_SENT);
    assertThat(refused.attempts()).isZero();
    return refused;
  }

  @Test
  void anEventThatWasReturnedCountsAsHandled() {
    constructed(BODY);

    assertThat(guard.claim("evt_1")).isEqualTo(Claim.HANDLED);
    assertThat(refused().handled()).isTrue();
    assertThat(refused())
        .hasMessage("webhook: the event evt_1 came before. Answer with status 200 and do nothing.");
  }

  @Test
  void theSameHoldsForTheHeadersInOneMap() {
    once.constructEvent(BODY, headers(BODY));

    assertThat(guard.claim("evt_1")).isEqualTo(Claim.HANDLED);
  }

  @Test
  void anEventThatAnotherHandlesIsToBeSentAgain() {
    guard.claim("evt_1");

    assertThat(refused().handled()).isFalse();
    assertThat(refused())
        .hasMessage(
            "webhook: the event evt_1 is being handled. Answer with status 409 to get it again.");
    guard.release("evt_1");
    assertThat(constructed(BODY)).isEqualTo("evt_1");
  }

  @Test
  void anEventIsForgottenAfterTheTimeOfTheGuard() {
    constructed(BODY);
    nanos.addAndGet(HOUR.toNanos() - 1);
    assertThat(refused().handled()).isTrue();

    nanos.incrementAndGet();

    assertThat(constructed(BODY)).isEqualTo("evt_1");
  }

  @Test
  void theGuardHoldsNoMoreEventsThanItMay() {
    constructed(BODY);
    constructed(event("evt_2"));
    assertThat(refused().handled()).isTrue();

    constructed(event("evt_3"));

    assertThat(constructed(BODY)).isEqualTo("evt_1");
  }
}
