package cloud.finfusion.stress;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Ends what others wait for, within 8 ms. */
final class Killer implements AutoCloseable {
  private final ScheduledThreadPoolExecutor threads = new ScheduledThreadPoolExecutor(2);
  private final Chance chance;

  Killer(Chance chance) {
    this.chance = chance;
    threads.setRemoveOnCancelPolicy(true);
  }

  /** Returns what takes it back. */
  Runnable soon(Runnable end) {
    ScheduledFuture<?> planned = threads.schedule(end, chance.nanos(8), TimeUnit.NANOSECONDS);
    return () -> planned.cancel(false);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
