package cloud.finfusion.internal.call;

import cloud.finfusion.internal.loop.Step;
import cloud.finfusion.internal.loop.StopReason;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Drives a call without holding a thread while it waits. One thread at a time takes steps; a thread
 * that finds another one stepping increments the counter and returns, and the stepping thread then
 * steps again. Wakes run on the client's executor, so that neither the timer nor a limiter's thread
 * ever runs a step.
 */
final class AsyncDriver implements Driver {
  private final CallRun run;
  private final CallServices services;
  private final Runnable onEnd;
  private final AtomicInteger wakes = new AtomicInteger();
  private @Nullable Runnable cancelPause; // read and written by the stepping thread only
  private long pausedUntil; // read and written by the stepping thread only
  private volatile boolean pauseOver; // set by the timer
  private boolean ended; // read and written by the stepping thread only

  /** Runs {@code onEnd} once, when the call has ended. */
  AsyncDriver(CallRun run, CallServices services, Runnable onEnd) {
    this.run = run;
    this.services = services;
    this.onEnd = onEnd;
  }

  void start() {
    run.drivenBy(this);
    goOn();
  }

  @Override
  public void wake() {
    if (wakes.getAndIncrement() == 0) {
      services.executor().execute(this::drain);
    }
  }

  @Override
  public void goOn() {
    if (wakes.getAndIncrement() == 0) {
      drain();
    }
  }

  private void drain() {
    LogScope scope = services.enterLog(run.context());
    try {
      int seen = wakes.get();
      while (seen != 0) {
        stepGuarded();
        seen = wakes.addAndGet(-seen);
      }
    } finally {
      scope.close();
    }
  }

  /**
   * An exception that left this method would leave the counter above zero, and the call without an
   * end.
   */
  private void stepGuarded() {
    try {
      step();
    } catch (Throwable outOfMemory) {
      run.stop(StopReason.CLOSED);
    }
  }

  private void step() {
    while (!ended) {
      Step step = run.next();
      if (step.kind() == Step.Kind.PAUSE) {
        pause(step);
        return;
      }
      endPause();
      switch (step.kind()) {
        case AWAIT -> {
          return; // the deadline has an alarm of its own
        }
        case SEND -> run.attempt().enqueue();
        case END -> {
          ended = true;
          onEnd.run();
        }
        default -> run.begin(step);
      }
    }
  }

  /** Starts a pause. A driver that is woken early keeps the pause it is in. */
  private void pause(Step step) {
    if (cancelPause == null || pauseOver || pausedUntil != step.at()) {
      endPause();
      pausedUntil = step.at();
      pauseOver = false;
      cancelPause = services.time().afterWait(step.nanos(), this::pauseEnds);
    }
  }

  private void pauseEnds() {
    pauseOver = true;
    wake();
  }

  private void endPause() {
    if (cancelPause != null) {
      cancelPause.run();
      cancelPause = null;
    }
  }
}
