package cloud.finfusion.wait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.call.CallOptions;
import cloud.finfusion.call.WaitOptions;
import cloud.finfusion.runtime.InvalidArgumentException;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Options of waits have bounds, defaults and a text. */
class WaitOptionsTest {
  private static final Duration DAY = Duration.ofDays(1);

  @Test
  void theDefaultsAreThoseOfTheDocumentation() {
    assertThat(WaitOptions.defaults())
        .hasToString(
            "WaitOptions{timeout=PT10M, initialDelay=PT0.5S, maxDelay=PT10S, backoffFactor=1.5,"
                + " callOptions=CallOptions{deadline=null, timeout=null}}");
  }

  @Test
  void theBoundsThemselvesAreAllowed() {
    WaitOptions longest =
        WaitOptions.builder()
            .timeout(DAY)
            .initialDelay(DAY)
            .maxDelay(DAY)
            .backoffFactor(100)
            .build();
    WaitOptions shortest =
        WaitOptions.builder()
            .timeout(Duration.ofNanos(1))
            .initialDelay(Duration.ofMillis(1))
            .maxDelay(Duration.ofMillis(1))
            .backoffFactor(1)
            .build();

    assertThat(longest.timeout()).isEqualTo(DAY);
    assertThat(longest.initialDelay()).isEqualTo(DAY);
    assertThat(longest.maxDelay()).isEqualTo(DAY);
    assertThat(longest.backoffFactor()).isEqualTo(100);
    assertThat(shortest.backoffFactor()).isOne();
  }

  @Test
  void aCopyHasTheSameValues() {
    WaitOptions options =
        WaitOptions.builder()
            .timeout(Duration.ofSeconds(9))
            .initialDelay(Duration.ofSeconds(2))
            .maxDelay(Duration.ofSeconds(3))
            .backoffFactor(4)
            .callOptions(CallOptions.builder().deadline(Duration.ofSeconds(5)).build())
            .build();

    assertThat(options.toBuilder().build()).hasToString(options.toString());
    assertThat(options.toBuilder().build().callOptions()).isSameAs(options.callOptions());
  }

  @Test
  @SuppressWarnings("NullAway")
  void whatIsOutOfBoundsIsRefusedByName() {
    Duration longer = DAY.plusNanos(1);
    Map<String, ThrowingCallable[]> wrong =
        Map.of(
            "WaitOptions.timeout",
            new ThrowingCallable[] {
              () -> WaitOptions.builder().timeout(Duration.ZERO).build(),
              () -> WaitOptions.builder().timeout(longer).build(),
              () -> WaitOptions.builder().timeout(null).build()
            },
            "WaitOptions.initialDelay",
            new ThrowingCallable[] {
              () -> WaitOptions.builder().initialDelay(Duration.ofNanos(999_999)).build(),
              () -> WaitOptions.builder().initialDelay(null).build()
            },
            "WaitOptions.maxDelay",
            new ThrowingCallable[] {
              () -> WaitOptions.builder().maxDelay(longer).build(),
              () -> WaitOptions.builder().maxDelay(Duration.ofMillis(499)).build(),
              () -> WaitOptions.builder().maxDelay(null).build()
            },
            "WaitOptions.backoffFactor",
            new ThrowingCallable[] {
              () -> WaitOptions.builder().backoffFactor(0.99).build(),
              () -> WaitOptions.builder().backoffFactor(100.1).build(),
              () -> WaitOptions.builder().backoffFactor(Double.NaN).build()
            },
            "WaitOptions.callOptions",
            new ThrowingCallable[] {() -> WaitOptions.builder().callOptions(null).build()});

    wrong.forEach(
        (option, calls) ->
            assertThat(calls)
                .allSatisfy(
                    call ->
                        assertThatThrownBy(call)
                            .isInstanceOf(InvalidArgumentException.class)
                            .hasMessageStartingWith(option + ": ")));
  }
}
