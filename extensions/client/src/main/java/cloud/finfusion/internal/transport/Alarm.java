package cloud.finfusion.internal.transport;

import cloud.finfusion.internal.call.CallServices;
import org.jspecify.annotations.Nullable;

/** The one alarm of an asynchronous call, which is off once the caller has the result. */
final class Alarm {
  private final CallServices services;
  private @Nullable Runnable cancel; // guarded by this
  private boolean off; // guarded by this

  Alarm(CallServices services) {
    this.services = services;
  }

  /**
   * Sets the alarm, whose task runs on the client's executor. An alarm set before must have rung.
   */
  void set(long nanos, Runnable task) {
    Runnable taken = services.time().atLimit(nanos, () -> services.executor().execute(task));
    if (!keeps(taken)) {
      taken.run();
    }
  }

  private synchronized boolean keeps(Runnable toCancel) {
    cancel = toCancel;
    return !off;
  }

  void off() {
    Runnable known = switchedOff();
    if (known != null) {
      known.run();
    }
  }

  private synchronized @Nullable Runnable switchedOff() {
    off = true;
    return cancel;
  }
}
