package cloud.finfusion.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.runtime.InvalidArgumentException;
import cloud.finfusion.webhook.ReplayGuard.Claim;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class MemoryReplayGuardTest {
  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5); // nanoTime may wrap
  private final ReplayGuard guard = new MemoryReplayGuard(2, Duration.ofNanos(10), now::get);

  private void handle(String event) {
    assertThat(guard.claim(event)).isEqualTo(Claim.CLAIMED);
    guard.handled(event);
  }

  @Test
  void anEventIsOnesUntilItIsHandled() {
    assertThat(guard.claim("evt_1")).isEqualTo(Claim.CLAIMED);
    assertThat(guard.claim("evt_1")).isEqualTo(Claim.IN_PROGRESS);
    guard.handled("evt_1");
    assertThat(guard.claim("evt_1")).isEqualTo(Claim.HANDLED);
  }

  @Test
  void aReleasedEventIsAsNew() {
    assertThat(guard.claim("evt_1")).isEqualTo(Claim.CLAIMED);
    guard.release("evt_1");
    handle("evt_1");
    guard.release("evt_1");
    assertThat(guard.claim("evt_1")).isEqualTo(Claim.CLAIMED);
  }

  @Test
  void handledEventsExpire() {
    handle("evt_1");
    now.addAndGet(9);
    assertThat(guard.claim("evt_1")).isEqualTo(Claim.HANDLED);
    now.addAndGet(1);
    assertThat(guard.claim("evt_1")).isEqualTo(Claim.CLAIMED);
  }

  @Test
  void theOldestHandledGoesFirstAndWhatIsTakenStays() {
    assertThat(guard.claim("evt_taken")).isEqualTo(Claim.CLAIMED);
    handle("evt_1");
    handle("evt_2");
    handle("evt_3");

    assertThat(guard.claim("evt_taken")).isEqualTo(Claim.IN_PROGRESS);
    assertThat(guard.claim("evt_3")).isEqualTo(Claim.HANDLED);
    assertThat(guard.claim("evt_2")).isEqualTo(Claim.HANDLED);
    assertThat(guard.claim("evt_1")).isEqualTo(Claim.CLAIMED);
  }

  @Test
  void itsBoundsAreChecked() {
    assertThatThrownBy(() -> ReplayGuard.inMemory(0, Duration.ofDays(1)))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("events: expected 1 to ");
    for (Duration wrong : new Duration[] {Duration.ZERO, Duration.ofDays(366)}) {
      assertThatThrownBy(() -> ReplayGuard.inMemory(1, wrong))
          .isInstanceOf(InvalidArgumentException.class)
          .hasMessageContaining("time: expected more than zero");
    }
  }
}
