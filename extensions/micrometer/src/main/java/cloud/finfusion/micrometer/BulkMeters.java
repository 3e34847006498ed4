package cloud.finfusion.micrometer;

import cloud.finfusion.metrics.BulkProgress;
import java.time.Duration;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** How far the newest bulk run of one operation is. Thread-safe. */
final class BulkMeters {
  private static final double NANOS = 1e9;

  private volatile @Nullable BulkProgress newest;

  BulkMeters(ClientGauges gauges, String operation) {
    processed(gauges, operation, "succeeded", BulkProgress::succeeded);
    processed(gauges, operation, "failed", BulkProgress::failed);
    processed(gauges, operation, "unknown", BulkProgress::unknown);
    gauges.add(FinFusionMeter.BULK_RATE, () -> value(BulkProgress::rate), operation);
    gauges.add(FinFusionMeter.BULK_REST, () -> value(BulkMeters::rest), operation);
  }

  private void processed(
      ClientGauges gauges, String operation, String result, ToDoubleFunction<BulkProgress> items) {
    gauges.add(FinFusionMeter.BULK_PROCESSED, () -> value(items), operation, result);
  }

  private double value(ToDoubleFunction<BulkProgress> field) {
    BulkProgress progress = newest;
    return progress == null ? Double.NaN : field.applyAsDouble(progress);
  }

  private static double rest(BulkProgress progress) {
    Duration eta = progress.eta();
    return eta == null ? Double.NaN : eta.toNanos() / NANOS;
  }

  void progressed(BulkProgress progress) {
    newest = progress;
  }
}
