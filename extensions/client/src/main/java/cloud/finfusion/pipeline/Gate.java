package cloud.finfusion.pipeline;

import dev.failsafe.Policy;
import dev.failsafe.PolicyConfig;
import dev.failsafe.spi.ExecutionResult;
import dev.failsafe.spi.FailsafeFuture;
import dev.failsafe.spi.PolicyExecutor;
import dev.failsafe.spi.Scheduler;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * PERMIT: the only place where a call waits, before each attempt. One rule, {@link #next}, says how
 * long; a blocking call parks its caller, an asynchronous one is put on the timer and holds no
 * thread.
 */
final class Gate implements Policy<Answer> {
  private static final PolicyConfig<Answer> CONFIG = new PolicyConfig<>() {};

  private final ResilientCall call;
  private final Permit permit;
  private final Time time;

  Gate(ResilientCall call, Permit permit, Time time) {
    this.call = call;
    this.permit = permit;
    this.time = time;
  }

  /**
   * How long to wait before the next attempt may start: first for the retry's delay, then for a
   * permit.
   */
  private long next() {
    long now = time.nanos();
    if (call.notBefore() > now) {
      return call.notBefore() - now;
    }
    long wait = permit.next(call.deadlineAt() - now);
    if (wait == Permit.REFUSED) {
      call.journey().refused(permit.retryAfter());
      call.stop(Stop.NO_PERMIT);
    }
    return wait;
  }

  /** The call's end, if it was stopped; else null, which lets the attempt start. */
  private @Nullable ExecutionResult<Answer> endIfStopped() {
    Stop stop = call.stopped();
    if (stop != null) {
      permit.giveBack();
    }
    return stop == null ? null : ExecutionResult.success(Answer.of(stop));
  }

  private @Nullable ExecutionResult<Answer> pass() {
    Thread caller = Thread.currentThread();
    call.onStop(() -> LockSupport.unpark(caller));
    boolean waits = true;
    while (waits && call.stopped() == null) {
      if (caller.isInterrupted()) {
        call.stop(Stop.INTERRUPTED);
      } else {
        long wait = next();
        waits = wait > 0;
        if (waits) {
          time.park(wait);
        }
      }
    }
    return endIfStopped();
  }

  private void pass(CompletableFuture<ExecutionResult<Answer>> passed) {
    long wait = call.stopped() == null ? next() : 0;
    if (wait <= 0) {
      passed.complete(go());
      return;
    }
    Runnable takeBack = time.afterWait(wait, () -> pass(passed));
    call.onStop(
        () -> {
          takeBack.run();
          passed.complete(go());
        });
  }

  /** As {@link #endIfStopped}, but asynchronously Failsafe takes null for a call that is over. */
  private ExecutionResult<Answer> go() {
    ExecutionResult<Answer> end = endIfStopped();
    return end == null ? ExecutionResult.none() : end;
  }

  @Override
  public PolicyConfig<Answer> getConfig() {
    return CONFIG;
  }

  @Override
  public PolicyExecutor<Answer> toExecutor(int policyIndex) {
    return new PolicyExecutor<>(this, policyIndex) {
      @Override
      protected @Nullable ExecutionResult<Answer> preExecute() {
        return pass();
      }

      @Override
      protected CompletableFuture<ExecutionResult<Answer>> preExecuteAsync(
          Scheduler scheduler, FailsafeFuture<Answer> future) {
        CompletableFuture<ExecutionResult<Answer>> passed = new CompletableFuture<>();
        pass(passed);
        return passed;
      }
    };
  }
}
