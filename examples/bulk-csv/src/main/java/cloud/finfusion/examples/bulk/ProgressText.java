package cloud.finfusion.examples.bulk;

import cloud.finfusion.metrics.BulkProgress;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says in words how far an import is. */
final class ProgressText {
  private ProgressText() {}

  static String line(BulkProgress progress, @Nullable Long total) {
    String of = total == null ? "" : format(" of %,d", total);
    Duration eta = progress.eta();
    String left = eta == null ? "" : format(", %,d s left", eta.toSeconds());
    return format("%,d%s rows, %s%s", progress.processed(), of, problems(progress), left);
  }

  static String problems(BulkProgress progress) {
    return format("%,d failed, %,d unknown", progress.failed(), progress.unknown());
  }

  static String summary(BulkProgress progress) {
    return format(
        "%,d rows: %,d are customers, %s; %,d requests; %,.0f rows a second.",
        progress.processed(),
        progress.succeeded(),
        problems(progress),
        progress.requests(),
        progress.rate());
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
