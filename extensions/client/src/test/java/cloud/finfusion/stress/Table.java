package cloud.finfusion.stress;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The figures of a run: a row for each round, then how the calls ended. */
final class Table {
  private final PrintStream out;
  private final Map<String, Integer> ends = new TreeMap<>();

  Table(PrintStream out, long seed, int seconds) {
    this.out = out;
    out.printf("stress: %d s, %d threads, seed %d%n%n", seconds, Round.THREADS, seed);
    out.printf(
        "%8s %8s %8s %8s %8s %8s %10s%n",
        "calls", "attempts", "requests", "charges", "permits", "released", "interrupts");
  }

  void row(Round round) {
    PermitCount permits = round.permits.count();
    Charges charges = round.api.charges();
    out.printf(
        "%8d %8d %8d %8d %8d %8d %10d%n",
        round.results.made(),
        round.book.attemptsStarted(),
        charges.requests(),
        charges.total(),
        permits.total(),
        permits.released(),
        round.results.interrupts());
    round
        .book
        .ends()
        .values()
        .forEach(end -> ends.merge(end.error() + ", " + end.outcome(), 1, Integer::sum));
  }

  void verdict(List<String> violations) {
    out.println();
    ends.forEach((end, count) -> out.printf("%-45s %8d%n", end, count));
    out.println();
    violations.forEach(out::println);
    out.println(violations.isEmpty() ? "Everything is back." : "It fails.");
  }
}
