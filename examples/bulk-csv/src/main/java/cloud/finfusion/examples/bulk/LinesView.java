package cloud.finfusion.examples.bulk;

import cloud.finfusion.metrics.BulkProgress;
import java.io.PrintStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A line at first and every five seconds. */
final class LinesView implements ProgressView {
  private static final Duration INTERVAL = Duration.ofSeconds(5);

  private final PrintStream out;
  private final @Nullable Long total;
  private Duration next = Duration.ZERO;

  LinesView(PrintStream out, @Nullable Long total) {
    this.out = out;
    this.total = total;
  }

  @Override
  public void show(BulkProgress progress) {
    if (progress.elapsed().compareTo(next) >= 0) {
      next = progress.elapsed().plus(INTERVAL);
      out.println(ProgressText.line(progress, total));
    }
  }

  @Override
  public void close() {}
}
