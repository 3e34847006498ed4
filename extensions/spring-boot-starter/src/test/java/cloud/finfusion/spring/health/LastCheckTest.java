package cloud.finfusion.spring.health;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.error.ConfigurationException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** However often health is read, the API is asked once a minute, and never by who reads. */
class LastCheckTest {
  private final AtomicInteger pings = new AtomicInteger();
  private final Deque<Runnable> started = new ArrayDeque<>();
  private Instant now = Instant.EPOCH;
  private @Nullable RuntimeException failure;
  private final LastCheck check = new LastCheck("eu", this::ping, started::add, () -> now);

  private Duration ping() {
    pings.incrementAndGet();
    if (failure != null) {
      throw failure;
    }
    return Duration.ofMillis(7);
  }

  private void runStarted() {
    while (!started.isEmpty()) {
      started.remove().run();
    }
  }

  @Test
  void nobodyWaitsForTheFirst() {
    assertThat(check.read()).isNull();
    assertThat(pings).hasValue(0);

    runStarted();

    assertThat(check.read()).isEqualTo(new LastCheck.Result(null, Duration.ofMillis(7), now));
  }

  @Test
  void readsOfAMinuteShareOne() {
    for (int second = 0; second < 60; second++) {
      check.read();
      runStarted();
      now = now.plusSeconds(1);
    }
    assertThat(pings).hasValue(1);

    check.read();
    runStarted();

    assertThat(pings).hasValue(2);
  }

  @Test
  void readsBeforeItsEndStartNoOther() {
    check.read();
    now = now.plusSeconds(59);
    check.read();

    assertThat(started).hasSize(1);
  }

  @Test
  void whatIsOlderThanTenMinutesIsNotShown() {
    check.read();
    runStarted();
    now = now.plusSeconds(600);
    assertThat(check.read()).isNotNull();

    now = now.plusSeconds(1);

    assertThat(check.read()).isNull();
  }

  @Test
  void aProblemHoldsNoSecretOfAnException() {
    failure = new IllegalStateException("whsec_CANARY");
    check.read();
    runStarted();
    assertThat(problem()).isEqualTo("java.lang.IllegalStateException");

    failure = new ConfigurationException("apiKey", "expected a key, got none.");
    now = now.plusSeconds(60);
    check.read();
    runStarted();

    assertThat(problem()).isEqualTo("apiKey: expected a key, got none.");
  }

  private @Nullable String problem() {
    LastCheck.Result last = check.read();
    return last == null ? null : last.problem();
  }
}
