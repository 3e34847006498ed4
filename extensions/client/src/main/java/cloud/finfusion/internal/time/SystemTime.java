package cloud.finfusion.internal.time;

import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Real time, and one timer thread that exists only while something waits. */
public final class SystemTime implements Time {
  private static final long IDLE_SECONDS = 5;

  private final ScheduledThreadPoolExecutor timer;

  /** Makes a timer of its own, whose thread does not keep the program alive. */
  public SystemTime() {
    timer = new ScheduledThreadPoolExecutor(1, SystemTime::daemon);
    timer.setRemoveOnCancelPolicy(true);
    timer.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
    timer.allowCoreThreadTimeOut(true);
  }

  private static Thread daemon(Runnable task) {
    Thread thread =
        new Thread(null, task, "finfusion-timer", 0, false); // inherits no caller's values
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public long nanos() {
    return System.nanoTime();
  }

  @Override
  public Instant instant() {
    return Instant.now();
  }

  @Override
  public void park(long nanos) {
    LockSupport.parkNanos(this, nanos);
  }

  @Override
  public Runnable afterWait(long nanos, Runnable task) {
    try {
      Future<?> scheduled = timer.schedule(task, nanos, TimeUnit.NANOSECONDS);
      return () -> scheduled.cancel(false);
    } catch (RejectedExecutionException closed) {
      task.run(); // the timer is closed: a call that was on the wire learns of that now
      return () -> {};
    }
  }

  @Override
  public Runnable atLimit(long nanos, Runnable task) {
    return afterWait(nanos, task);
  }

  @Override
  public void close() {
    timer.shutdown();
  }
}
