package cloud.finfusion.verification.generators;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What {@code compare-corpus} counted of stock's output, by specification. */
record StockLines(Map<String, LineCount> bySpecification) {
  private static final int GENERATOR = 4;
  private static final int ALL = 6;
  private static final int OF_SPECIFICATION = 7;

  /** As the table in the README of the templates has it. */
  static StockLines in(Path readme) throws IOException {
    Map<String, LineCount> lines = new HashMap<>();
    try (Stream<String> rows = Files.lines(readme)) {
      rows.map(row -> List.of(row.split("\\s*\\|\\s*", -1)))
          .filter(cells -> cells.size() > OF_SPECIFICATION && cells.get(GENERATOR).equals("stock"))
          .filter(cells -> cells.get(OF_SPECIFICATION).matches("\\d+"))
          .forEach(cells -> lines.put(cells.get(1), count(cells)));
    }
    if (lines.isEmpty()) {
      throw new IllegalStateException(
          readme + ": expected the table of compare-corpus, got none. Run it");
    }
    return new StockLines(lines);
  }

  private static LineCount count(List<String> cells) {
    return new LineCount(
        Long.parseLong(cells.get(ALL)), Long.parseLong(cells.get(OF_SPECIFICATION)));
  }
}
