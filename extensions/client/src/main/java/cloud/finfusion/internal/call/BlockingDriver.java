package cloud.finfusion.internal.call;

import cloud.finfusion.internal.loop.Step;
import cloud.finfusion.internal.loop.StopReason;
import cloud.finfusion.internal.time.Time;
import java.util.concurrent.locks.LockSupport;

/** Drives a call on its caller's thread, which parks while the call waits. */
final class BlockingDriver implements Driver {
  private final CallRun run;
  private final Time time;
  private final Thread caller = Thread.currentThread();

  BlockingDriver(CallRun run, Time time) {
    this.run = run;
    this.time = time;
  }

  /** Drives the call until it has ended. */
  void drive() {
    run.drivenBy(this);
    boolean goesOn = true;
    while (goesOn) {
      try {
        goesOn = step();
      } catch (Throwable outOfMemory) {
        run.stop(StopReason.CLOSED);
      }
    }
  }

  private boolean step() {
    if (caller.isInterrupted()) {
      run.stop(StopReason.INTERRUPTED);
    }
    Step step = run.next();
    switch (step.kind()) {
      case SEND -> run.attempt().execute();
      case PAUSE, AWAIT -> time.park(step.nanos());
      case END -> {}
      default -> run.begin(step);
    }
    return step.kind() != Step.Kind.END;
  }

  @Override
  public void wake() {
    LockSupport.unpark(caller); // also if the caller is this thread, which may be about to park
  }

  /** Does nothing: the caller's thread takes the next step by itself. */
  @Override
  public void goOn() {
    wake();
  }
}
