package cloud.finfusion.internal.batch;

import cloud.finfusion.metrics.BulkProgress;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Measures how far a bulk run is. Written by the thread of the run, read by any. */
final class BulkMeter {
  private static final double SECOND = 1e9;

  private final String operation;
  private final LongSupplier clock;
  private final @Nullable Long total;
  private volatile Reading reading = new Reading(BulkCounts.NONE, BulkCounts.NONE, -1);
  private long reportedAt;

  /** What was counted by earlier runs and in all, and when this run started; -1 for not yet. */
  private record Reading(BulkCounts before, BulkCounts all, long startedAt) {}

  BulkMeter(String operation, LongSupplier clock, @Nullable Long total) {
    this.operation = operation;
    this.clock = clock;
    this.total = total;
  }

  /** The run starts after what earlier runs have done. */
  void start(BulkCounts before) {
    long now = clock.getAsLong();
    reading = new Reading(before, before, now);
    reportedAt = now;
  }

  void count(BulkCounts all) {
    Reading last = reading;
    reading = new Reading(last.before(), all, last.startedAt());
  }

  /** Returns how many items of this run were not done, or may have been. */
  long notDone() {
    return reading.all().notDone() - reading.before().notDone();
  }

  /** Returns whether the interval since the last report has passed, and begins another. */
  boolean isReportDue(Duration interval) {
    long now = clock.getAsLong();
    boolean due = Duration.ofNanos(now - reportedAt).compareTo(interval) >= 0;
    reportedAt = due ? now : reportedAt;
    return due;
  }

  BulkProgress progress() {
    Reading now = reading;
    BulkCounts all = now.all();
    long nanos = now.startedAt() == -1 ? 0 : clock.getAsLong() - now.startedAt();
    long ofThisRun = all.processed() - now.before().processed();
    double rate = nanos <= 0 ? 0 : ofThisRun / (nanos / SECOND);
    return new BulkProgress(
        operation,
        all.processed(),
        all.succeeded(),
        all.failed(),
        all.unknown(),
        all.requests(),
        all.sentAgain(),
        rate,
        Duration.ofNanos(nanos),
        eta(all.processed(), rate));
  }

  private @Nullable Duration eta(long processed, double rate) {
    if (total == null || rate <= 0) {
      return null;
    }
    return Duration.ofMillis((long) (Math.max(0, total - processed) / rate * 1000));
  }
}
