package cloud.finfusion.examples.monitored;

import cloud.finfusion.metrics.Metrics;
import cloud.finfusion.metrics.OperationMetrics;
import java.io.PrintStream;
import java.util.function.IntConsumer;

/** Prints a line each five seconds, or as soon after as a round of calls has ended. */
final class Progress implements IntConsumer {
  private static final int EVERY = 5;

  private final Metrics metrics;
  private final PrintStream out;
  private int lines;

  Progress(Metrics metrics, PrintStream out) {
    this.metrics = metrics;
    this.out = out;
  }

  @Override
  public void accept(int second) {
    if (second / EVERY > lines) {
      lines = second / EVERY;
      OperationMetrics total = metrics.snapshot().total();
      out.printf(
          "%4d s: %d calls, %.1f %% errors, %d retries, p95 %d ms%n",
          second,
          total.calls(),
          100 * total.errorRate(),
          total.retries(),
          total.latency().p95().toMillis());
    }
  }
}
