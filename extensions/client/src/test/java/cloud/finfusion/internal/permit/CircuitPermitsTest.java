package cloud.finfusion.internal.permit;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.retry.CircuitBreakerOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An open circuit refuses all but one trial at a time, and only what it measures moves it. */
class CircuitPermitsTest {
  private static final Duration OPEN_FOR = Duration.ofSeconds(30);
  private static final AttemptEnd FAILED = new AttemptEnd(503, true, true, null, null);
  private static final AttemptEnd DONE = new AttemptEnd(200, false, true, null, null);
  private static final AttemptEnd CANCELLED = new AttemptEnd(0, false, true, null, null);

  private final StandingTime time = new StandingTime(Long.MAX_VALUE - 5); // nanoTime may wrap
  private final List<String> states = new ArrayList<>();
  private final CircuitPermits circuit =
      new CircuitPermits(
          CircuitBreakerOptions.builder().failures(2).openFor(OPEN_FOR).build(), time, states::add);
  private final Permits earlyCheck = circuit.earlyCheck();

  private Permit ask() {
    return circuit.reserve("payments.create", 0).join();
  }

  private Permit granted() {
    Permit permit = ask();
    assertThat(permit.refusal()).isNull();
    return permit;
  }

  private Duration refusedFor(Permits source) {
    PermitRefusal refusal =
        Objects.requireNonNull(source.reserve("payments.create", 0).join().refusal(), "granted");
    assertThat(refusal.reason()).isEqualTo(PermitRefusal.Reason.CIRCUIT);
    return refusal.retryAfter();
  }

  private void open() {
    granted().attemptEnded(FAILED);
    granted().attemptEnded(FAILED);
  }

  private Permit trial() {
    open();
    time.pass(OPEN_FOR);
    return granted();
  }

  @Test
  void failuresInARowOpenItAndItSaysForHowLong() {
    open();
    time.pass(Duration.ofSeconds(10));

    assertThat(refusedFor(circuit)).isEqualTo(Duration.ofSeconds(20));
    assertThat(refusedFor(earlyCheck)).isEqualTo(Duration.ofSeconds(20));
    assertThat(states).containsExactly("open");
  }

  @Test
  void aSuccessBetweenAndWhatTheCallerEndedOpenNothing() {
    granted().attemptEnded(FAILED);
    granted().attemptEnded(DONE);
    granted().attemptEnded(FAILED);
    granted().attemptEnded(CANCELLED);
    granted().release();

    granted();
    assertThat(states).isEmpty();
  }

  @Test
  void oneTrialAtATime() {
    Permit trial = trial();

    assertThat(refusedFor(circuit)).isEqualTo(Duration.ofSeconds(1));
    assertThat(refusedFor(earlyCheck)).isEqualTo(Duration.ofSeconds(1));
    trial.attemptEnded(DONE);
    granted();
    granted();
    assertThat(states).containsExactly("open", "half-open", "closed");
  }

  @Test
  void theEarlyCheckTakesNoTrial() {
    open();
    time.pass(OPEN_FOR.minusNanos(1));
    assertThat(refusedFor(earlyCheck)).isEqualTo(Duration.ofSeconds(1));
    time.pass(Duration.ofNanos(1));

    assertThat(earlyCheck.reserve("payments.create", 0).join().refusal()).isNull();
    assertThat(earlyCheck.name()).isEqualTo(circuit.name()).isEqualTo("circuit");
    granted();
  }

  @Test
  void aTrialThatFailsOpensItForTheWholeTimeAgain() {
    trial().attemptEnded(FAILED);

    assertThat(refusedFor(circuit)).isEqualTo(OPEN_FOR);
    time.pass(OPEN_FOR);
    granted();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aTrialThatSaysNothingLeavesTheNextToTryAtOnce(boolean sent) {
    Permit trial = trial();
    if (sent) {
      trial.attemptEnded(CANCELLED);
    } else {
      trial.release();
    }

    Permit next = granted();
    assertThat(refusedFor(circuit)).isEqualTo(Duration.ofSeconds(1));
    next.attemptEnded(DONE);
    granted();
  }

  @Test
  void whatStartedBeforeItOpenedMovesItNoMore() {
    List<Permit> before = List.of(granted(), granted(), granted(), granted());
    Permit trial = trial();

    before.get(0).attemptEnded(DONE);
    before.get(1).attemptEnded(FAILED);
    before.get(2).attemptEnded(CANCELLED);
    before.get(3).release();

    assertThat(refusedFor(circuit)).isEqualTo(Duration.ofSeconds(1));
    trial.attemptEnded(DONE);
    granted();
  }

  @Test
  void whatStartedBeforeItOpenedDoesNotKeepItOpenLonger() {
    Permit before = granted();
    open();
    time.pass(Duration.ofSeconds(10));

    before.attemptEnded(FAILED);

    assertThat(refusedFor(circuit)).isEqualTo(Duration.ofSeconds(20));
  }
}
