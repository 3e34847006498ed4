package cloud.finfusion.examples.bulk;

import cloud.finfusion.metrics.BulkProgress;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/** Shows how far an import is. */
interface ProgressView extends AutoCloseable {
  /** Returns a bar on a terminal, and lines elsewhere: a log file holds no bar. */
  static ProgressView of(PrintStream out, @Nullable Long total) {
    return isTerminal() ? BarView.onTerminal(total) : new LinesView(out, total);
  }

  @SuppressWarnings("SystemConsoleNull") // with this property JDK 22 to 24 behave as the others
  private static boolean isTerminal() {
    System.setProperty("jdk.console", "java.base");
    return System.console() != null;
  }

  void show(BulkProgress progress);

  @Override
  void close();
}
