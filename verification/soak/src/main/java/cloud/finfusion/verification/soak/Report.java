package cloud.finfusion.verification.soak;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The figures of a run, one a line. */
final class Report {
  private final PrintStream out;

  Report(PrintStream out) {
    this.out = out;
  }

  void endings(List<Ending> endings) {
    endings.stream()
        .collect(Collectors.groupingBy(Ending::what, TreeMap::new, Collectors.counting()))
        .descendingMap()
        .forEach(this::line);
  }

  void line(String what, long count) {
    out.printf("%-45s %8d%n", what, count);
  }

  void times(List<Ending> endings, Duration took) {
    List<Duration> sorted = endings.stream().map(Ending::took).sorted().toList();
    line("time, ms", took.toMillis());
    line("latency p50, ms", percentile(sorted, 50));
    line("latency p99, ms", percentile(sorted, 99));
  }

  void verdict(List<String> violations) {
    out.println();
    violations.forEach(out::println);
    out.println(
        violations.isEmpty() ? "What the calls reported is what the ledger holds." : "It fails.");
  }

  private static long percentile(List<Duration> sorted, int percent) {
    return sorted.get((sorted.size() - 1) * percent / 100).toMillis();
  }
}
