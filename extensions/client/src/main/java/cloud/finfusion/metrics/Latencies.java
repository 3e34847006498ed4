package cloud.finfusion.metrics;

import java.time.Duration;
import org.HdrHistogram.AbstractHistogram;
import org.HdrHistogram.AtomicHistogram;

/** How long calls took, in microseconds up to one day, exact to one part in a hundred. */
final class Latencies {
  private static final long ONE_DAY = Duration.ofDays(1).toNanos() / 1000;
  private static final int DIGITS = 2;

  private Latencies() {}

  /** Returns an empty histogram, which threads may record in at once. */
  static AtomicHistogram histogram() {
    return new AtomicHistogram(ONE_DAY, DIGITS);
  }

  static void record(AbstractHistogram histogram, Duration elapsed) {
    histogram.recordValue(Math.min(ONE_DAY, elapsed.toNanos() / 1000));
  }

  /**
   * Returns the time within which so many of a hundred calls ended, not rounded up, so that no call
   * is shown as slower than it was; zero without calls.
   */
  static Duration percentile(AbstractHistogram histogram, double percent) {
    long highest = histogram.getValueAtPercentile(percent);
    return Duration.ofNanos(histogram.lowestEquivalentValue(highest) * 1000);
  }
}
