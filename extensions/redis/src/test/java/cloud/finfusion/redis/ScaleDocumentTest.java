package cloud.finfusion.redis;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.redis.ScaleSimulation.Calls;
import cloud.finfusion.redis.ScaleSimulation.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The table of docs/scale.md is what the simulation says; {@code -Dscale=write} writes it. */
@Tag("slow") // runs the simulation
class ScaleDocumentTest {
  private static final Path DOCUMENT = Path.of("../../docs/scale.md");
  private static final String BEGIN = "<!-- simulated -->\n";
  private static final String END = "<!-- /simulated -->";
  private static final long SEED = 16;

  @Test
  void theTableIsWhatTheSimulationSays() throws IOException {
    String document = Files.readString(DOCUMENT);
    int begin = document.indexOf(BEGIN) + BEGIN.length();
    int end = document.indexOf(END);
    String table = table();
    if ("write".equals(System.getProperty("scale"))) {
      Files.writeString(DOCUMENT, document.substring(0, begin) + table + document.substring(end));
      return;
    }
    assertThat(document.substring(begin, end)).isEqualTo(table);
  }

  private static String table() {
    return Arrays.stream(Calls.values())
        .flatMap(
            calls ->
                IntStream.of(1, 2, 5, 10, 20, 50)
                    .mapToObj(size -> ScaleSimulation.run(calls, size, SEED)))
        .map(ScaleDocumentTest::row)
        .collect(
            Collectors.joining(
                "",
                "| calls | `leaseSize` | requests to Redis a second | calls without one"
                    + " | refused | over the plan | stated bound |\n"
                    + "| --- | --- | --- | --- | --- | --- | --- |\n",
                ""));
  }

  private static String row(Result result) {
    long bound = bound(result.leaseSize());
    assertThat(result.excess()).isLessThanOrEqualTo(bound);
    return String.format(
        Locale.ROOT,
        "| %s | %d | %,d | %.0f %% | %.1f %% | %,d | %,d |%n",
        result.calls().text,
        result.leaseSize(),
        result.requestsPerSecond(),
        result.withoutRoundTrip() * 100,
        result.refused() * 100,
        result.excess(),
        bound);
  }

  /** Each instance has a lease, and none is older than a second. */
  private static long bound(int leaseSize) {
    long perSecond = ScaleSimulation.PLAN.limit() / 60;
    return leaseSize == 1 ? 0 : Math.min(perSecond, (long) leaseSize * ScaleSimulation.INSTANCES);
  }
}
