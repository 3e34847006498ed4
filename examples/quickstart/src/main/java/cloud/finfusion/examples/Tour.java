package cloud.finfusion.examples;

import java.io.PrintStream;
import java.time.Duration;
import java.util.function.Supplier;

/** Tells what each step did and how long it took. */
final class Tour {
  private final PrintStream out;
  private int steps;

  Tour(PrintStream out) {
    this.out = out;
  }

  /** Thrown by a step that is not as it should be; ends the tour. */
  static final class NotAsItShouldBe extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotAsItShouldBe(String expected, Object got) {
      super("expected " + expected + ", got " + got);
    }
  }

  void welcome(String line) {
    out.println();
    out.println(line);
    out.println();
  }

  void step(String title, Supplier<String> step) {
    long startedAt = System.nanoTime();
    String result = step.get();
    Duration took = Duration.ofNanos(System.nanoTime() - startedAt);
    steps++;
    out.printf("%2d  %-50s %7d ms%n    %s%n", steps, title, took.toMillis(), result);
  }

  void check(boolean holds, String expected, Object got) {
    if (!holds) {
      throw new NotAsItShouldBe(expected, got);
    }
  }

  void farewell() {
    out.println();
    out.println(steps + " steps, all as they should be.");
  }
}
