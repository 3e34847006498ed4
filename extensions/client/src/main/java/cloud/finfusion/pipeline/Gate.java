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
  private final Permits permits;
  private final Time time;

  Gate(ResilientCall call, Permits permits, Time time) {
    this.call = call;
    this.permits = permits;
    this.time = time;
  }

  /**
   * How long to wait before the next attempt may start: first for the retry's delay, then for a
   * permit.
   */
  private long next() {
    long now = time.nanos();
    long left = call.deadlineAt() - now;
    if (left <= 0) {
      call.stop(Stop.DEADLINE);
      return 0;
    }
    long delay = call.notBefore() - now;
    return delay > 0 ? delay : call.permit().next(left);
  }

  private void refused() {
    call.journey().refused(call.permit().retryAfter());
    call.stop(call.permit().refusal());
  }

  /** The call's end, if it was stopped; else null, which lets the attempt start. */
  private @Nullable ExecutionResult<Answer> endIfStopped() {
    Stop stop = call.stopped();
    if (stop != null) {
      call.permit().giveBack();
    }
    return stop == null ? null : ExecutionResult.success(Answer.of(stop));
  }

  private @Nullable ExecutionResult<Answer> pass() {
    Thread caller = Thread.currentThread();
    Runnable wake = () -> LockSupport.unpark(caller);
    call.permit(permits.ofAttempt(call.journey().operation(), wake));
    call.onStop(wake);
    boolean waits = true;
    while (waits && call.stopped() == null) {
      if (caller.isInterrupted()) {
        call.stop(Stop.INTERRUPTED);
      } else {
        waits = parked(next());
      }
    }
    return endIfStopped();
  }

  private boolean parked(long wait) {
    if (wait == Permit.REFUSED) {
      refused();
    } else if (wait > 0) {
      time.park(wait);
    }
    return wait > 0;
  }

  /** Waits on the timer; looks again when the wait is over, a permit was freed, or a stop came. */
  private final class Pass {
    private final CompletableFuture<ExecutionResult<Answer>> passed = new CompletableFuture<>();
    private volatile Runnable takeBack = () -> {};
    private volatile boolean over;

    CompletableFuture<ExecutionResult<Answer>> begin() {
      call.permit(permits.ofAttempt(call.journey().operation(), this::look));
      call.onStop(this::look); // before the first look: after the last, what stops is the attempt
      look();
      return passed;
    }

    private void look() {
      if (Thread.holdsLock(this)) {
        return; // a permit came while this looks, and this will see it
      }
      long wait;
      synchronized (this) { // one look at a time, and none that asks for a permit after the last
        if (over) {
          return;
        }
        wait = call.stopped() == null ? next() : 0;
        over = wait <= 0;
      }
      if (wait > 0) {
        sleep(wait);
      } else {
        end(wait);
      }
    }

    private void sleep(long wait) {
      takeBack = time.afterWait(wait, this::look);
      if (over) {
        takeBack.run();
      }
    }

    private void end(long wait) {
      takeBack.run();
      if (wait == Permit.REFUSED) {
        refused();
      }
      ExecutionResult<Answer> end = endIfStopped();
      passed.complete(
          end == null ? ExecutionResult.none() : end); // null: Failsafe cancels the call
    }
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
        return new Pass().begin();
      }
    };
  }
}
