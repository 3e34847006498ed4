package cloud.finfusion.internal.retry;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.internal.retry.RetryDecision.Attempt;
import cloud.finfusion.internal.retry.RetryDecision.End;
import cloud.finfusion.retry.RetryOptions;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryDecisionTest {
  private static final RetryOptions OPTIONS = RetryOptions.builder().build();
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Test
  @DisplayName("C019 10,000 waits lie in [delay/2, delay], evenly")
  void theBand() {
    RetryDecision decision = new RetryDecision(OPTIONS, new Random(17)::nextDouble);
    int[] buckets = new int[4];

    for (int i = 0; i < 10_000; i++) {
      long millis = decision.backoff(2).toMillis();
      assertThat(millis).isBetween(1000L, 2000L);
      buckets[(int) Math.min(3, (millis - 1000) / 250)]++;
    }

    for (int bucket : buckets) {
      assertThat(bucket).isBetween(2000, 3000);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 31, 63, 64, 1000, Integer.MAX_VALUE})
  @DisplayName("C020 a late attempt waits the longest delay, without overflow")
  void theCap(int attempt) {
    assertThat(new RetryDecision(OPTIONS, () -> 1).backoff(attempt))
        .isEqualTo(Duration.ofSeconds(5));
    assertThat(new RetryDecision(OPTIONS, () -> 0).backoff(attempt))
        .isEqualTo(Duration.ofMillis(2500));
    RetryOptions none =
        RetryOptions.builder().initialDelay(Duration.ZERO).maxDelay(Duration.ZERO).build();
    assertThat(new RetryDecision(none, () -> 1).backoff(attempt)).isZero();
  }

  @Test
  void whatIsSentAgain() {
    assertThat(again(End.NOT_SENT, 0, false)).isTrue();
    assertThat(again(End.NOT_SECURE, 0, true)).isFalse();
    assertThat(again(End.BROKEN, 0, true)).isTrue();
    assertThat(again(End.BROKEN, 0, false)).isFalse();
    assertThat(again(End.RESPONDED, 500, false)).isFalse();
    assertThat(again(End.RESPONDED, 503, false)).isFalse();
    assertThat(again(End.RESPONDED, 429, false)).isTrue();
    assertThat(again(End.RESPONDED, 409, true)).isTrue();
    assertThat(again(End.RESPONDED, 409, false)).isFalse();
  }

  private static boolean again(End end, int status, boolean keyed) {
    Attempt attempt = new Attempt(1, end, status, keyed, keyed, null, MINUTE);
    return new RetryDecision(OPTIONS, () -> 1).after(attempt) != null;
  }

  @Test
  void noWaitThatTheDeadlineDoesNotAllow() {
    RetryDecision decision = new RetryDecision(OPTIONS, () -> 1);
    Attempt inTime = new Attempt(1, End.BROKEN, 0, true, true, null, Duration.ofSeconds(2));
    Attempt tooLate = new Attempt(1, End.BROKEN, 0, true, true, null, Duration.ofSeconds(1));

    assertThat(decision.after(inTime)).isEqualTo(Duration.ofSeconds(1));
    assertThat(decision.after(tooLate)).isNull();
  }
}
