package cloud.finfusion.examples.monitored;

import java.util.concurrent.TimeUnit;

/** Seconds of the clock. A round that takes longer than one makes the next begin late. */
final class ClockPace implements Pace {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private final long start = System.nanoTime();

  @Override
  public int awaitSecond() throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep(SECOND - passed() % SECOND);
    return Math.toIntExact(passed() / SECOND);
  }

  private long passed() {
    return System.nanoTime() - start;
  }
}
