package cloud.finfusion.spring;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** Keeps what Spring Boot would print of an application that did not start on this thread. */
public final class LastAnalysis implements FailureAnalysisReporter {
  private static final ThreadLocal<@Nullable FailureAnalysis> LAST = new ThreadLocal<>();

  @Override
  public void report(FailureAnalysis analysis) {
    LAST.set(analysis);
  }

  /** Returns description and action, a line each. */
  static String text() {
    FailureAnalysis last = Objects.requireNonNull(LAST.get());
    LAST.remove();
    return last.getDescription() + "\n" + last.getAction();
  }
}
