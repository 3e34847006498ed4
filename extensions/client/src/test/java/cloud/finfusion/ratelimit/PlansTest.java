package cloud.finfusion.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The documented plans have their permits, and a program hears the figures when they run out. */
class PlansTest {
  private final BlockingQueue<LimitReached> events = new LinkedBlockingQueue<>();

  /** The same plan, with a clock that stands still. */
  private RateLimiter.Builder still(RateLimiter plan) {
    return plan.toBuilder().clock(() -> 42).onLimitReached(events::add);
  }

  private static void takeAll(RateLimiter limiter) {
    for (long left = limiter.remaining(); left > 0; left--) {
      assertThat(Reservations.reserve(limiter, 0)).isZero();
    }
  }

  private LimitReached event() throws InterruptedException {
    LimitReached event = events.poll(10, TimeUnit.SECONDS);
    assertThat(event).isNotNull();
    return event;
  }

  @Test
  void highVolumeIsAThousandAMinute() {
    RateLimiter limiter = still(RateLimiter.highVolume()).build();
    assertThat(limiter.limit()).isEqualTo(1000);
    assertThat(limiter.remaining()).isEqualTo(1500);
    assertThat(limiter.retryAfter()).isZero();

    takeAll(limiter);

    assertThat(Reservations.reserve(limiter, 0)).isEqualTo(Reservations.REFUSED);
    assertThat(limiter.retryAfter()).isEqualTo(Duration.ofMillis(60));
    assertThat(limiter.resetAfter()).isEqualTo(Duration.ofSeconds(90));
    assertThat(limiter.toString()).isEqualTo("RateLimiter{limit=1000, burst=1500, remaining=0}");
  }

  @Test
  void standardIsAHundredAMinute() {
    RateLimiter limiter = still(RateLimiter.standard()).build();
    assertThat(limiter.limit()).isEqualTo(100);
    assertThat(limiter.remaining()).isEqualTo(150);

    takeAll(limiter);

    assertThat(limiter.retryAfter()).isEqualTo(Duration.ofMillis(600));
  }

  @Test
  void whoIsRefusedAtOnceDoesNotWait() throws Exception {
    RateLimiter limiter = still(RateLimiter.highVolume()).failFast().build();
    takeAll(limiter);

    Reservations.reserve(limiter, Long.MAX_VALUE);

    LimitReached event = event();
    assertThat(event.retryAfter()).isEqualTo(Duration.ofMillis(60));
    assertThat(event.limit()).isEqualTo(1000);
    assertThat(event.waiting()).isZero();
  }

  @Test
  void whoWaitsIsCounted() throws Exception {
    RateLimiter limiter = still(RateLimiter.standard()).build();
    takeAll(limiter);

    assertThat(Reservations.reserve(limiter, Long.MAX_VALUE))
        .isEqualTo(Duration.ofMillis(600).toNanos());

    LimitReached event = event();
    assertThat(event.retryAfter()).isEqualTo(Duration.ofMillis(600));
    assertThat(event.limit()).isEqualTo(100);
    assertThat(event.waiting()).isEqualTo(1);
  }
}
