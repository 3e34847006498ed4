package cloud.finfusion.internal.wait;

import cloud.finfusion.call.ResponseInfo;
import cloud.finfusion.error.CallCancelledException;
import cloud.finfusion.error.CallFacts;
import cloud.finfusion.error.Outcome;
import cloud.finfusion.error.UnexpectedStateException;
import cloud.finfusion.error.WaitTimeoutException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the resource, and the errors that say so. Written by one read at a time; read by
 * the thread that ends the wait.
 */
final class LastRead<T> {
  private final WaitGoal<T> goal;
  private final WaitClock clock;
  private volatile int reads;
  private volatile @Nullable T resource;
  private volatile @Nullable Throwable error;
  private volatile @Nullable String requestId;

  LastRead(WaitGoal<T> goal, WaitClock clock) {
    this.goal = goal;
    this.clock = clock;
  }

  int reads() {
    return reads;
  }

  void starts(int number) {
    reads = number;
  }

  void responded(ResponseInfo response) {
    requestId = response.requestId();
  }

  void returned(T found) {
    resource = found;
    error = null;
  }

  void failed(Throwable thrown) {
    error = thrown;
  }

  UnexpectedStateException unexpected(String state) {
    return new UnexpectedStateException(
        facts(Outcome.DONE, false),
        goal.operation().stateField(),
        goal.wanted(),
        state,
        goal.isFailure(state),
        resource);
  }

  WaitTimeoutException timeout() {
    T known = resource;
    return new WaitTimeoutException(
        facts(known == null ? Outcome.UNKNOWN : Outcome.DONE, true),
        goal.operation().stateField(),
        goal.wanted(),
        known == null ? null : goal.stateOf(known),
        known,
        error);
  }

  CallCancelledException cancelled(String sentence) {
    Outcome outcome = reads == 0 ? Outcome.NOT_SENT : Outcome.UNKNOWN;
    return new CallCancelledException(facts(outcome, true), sentence, error);
  }

  private CallFacts facts(Outcome outcome, boolean retryable) {
    Duration elapsed = clock.elapsed();
    return new CallFacts(goal.operation().name(), outcome, retryable, reads, elapsed, requestId);
  }
}
