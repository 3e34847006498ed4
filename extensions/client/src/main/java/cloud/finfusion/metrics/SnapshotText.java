package cloud.finfusion.metrics;

import cloud.finfusion.metrics.CallRecord.Result;
import java.time.Duration;
import java.util.Locale;

/** The table of a snapshot. */
final class SnapshotText {
  private static final String ROW = "%-28s %7s %7s %9s %14s %14s %7s %9s %9s %9s%n";

  private final StringBuilder text = new StringBuilder();

  SnapshotText(MetricsSnapshot shown) {
    line(
        ROW,
        "client " + shown.client(),
        "calls",
        "cached",
        "cancelled",
        "refused",
        "errors",
        "retries",
        "p50",
        "p95",
        "p99");
    shown.operations().forEach(this::operation);
    operation("all", shown.total());
    cache(shown.cache());
    shown.batches().forEach(this::batch);
    if (shown.state() != null && shown.state().limit() != null) {
      ClientState.LimitUsage usage = shown.state().limit();
      line("limit: %d of %d requests may start now%n", usage.remaining(), usage.limit());
    }
  }

  private void operation(String name, OperationMetrics row) {
    OperationMetrics.Latency latency = row.latency();
    line(
        ROW,
        name,
        row.calls(),
        row.calls(Result.CACHED),
        row.calls(Result.CANCELLED),
        count(row, Result.BUSINESS_REFUSAL),
        count(row, Result.ERROR),
        row.retries(),
        millis(latency.p50()),
        millis(latency.p95()),
        millis(latency.p99()));
  }

  private void cache(CacheMetrics cache) {
    if (cache.reads() > 0) {
      line(
          "cache: %d hits, %d joined, %d misses, %s saved%n",
          cache.hits(), cache.joined(), cache.misses(), percent(cache.hitRatio()));
    }
  }

  private void batch(String operation, BatchRecord batch) {
    line(
        "batch %s: %d items in %d requests, %d saved, %s failed, %d sent again%n",
        operation,
        batch.items(),
        batch.requests(),
        batch.requestsSaved(),
        percent(batch.failedShare()),
        batch.sentAgain());
  }

  private void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values));
  }

  private static String count(OperationMetrics row, Result result) {
    return row.calls(result) + " " + percent(row.share(result));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  private static String millis(Duration time) {
    return String.format(Locale.ROOT, "%.1f ms", time.toNanos() / 1e6);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
