package cloud.finfusion.verification.generators;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeShareTest {
  @TempDir Path folder;

  private final LineCount stock = new LineCount(200, 100);
  private final CodeShare share =
      new CodeShare(new StockLines(Map.of("a", stock, "b", stock, "c", stock)));

  private void add(String specification, long models, long all, long ofSpecification) {
    share.add(specification, models, () -> new LineCount(all, ofSpecification));
  }

  @Test
  void noneHasMoreLinesThanStock() {
    add("a", 1, 120, 101);
    add("b", 1, 120, 100);
    add("c", 1, 201, 100);
    add("unknown", 1, 1000, 1000);
    assertThat(share.problems())
        .containsExactly(
            "c: expected no more lines than stock's, got 101 %",
            "a: expected no more lines of models and interfaces than stock's, got 101 %");
  }

  @Test
  void theMedianIsOfAll() {
    add("a", 20, 132, 10);
    add("b", 1, 20, 10);
    add("c", 1, 132, 10);
    assertThat(share.problems())
        .containsExactly("expected a median of at most 65 % of stock's lines, got 66.0 %");
  }

  @Test
  void theMedianOfModelsIsOfThoseWithMany() {
    add("a", 20, 10, 66);
    add("b", 20, 10, 65);
    add("c", 19, 10, 100);
    assertThat(share.problems())
        .containsExactly(
            "expected a median of at most 65 % of stock's lines of models and interfaces, got 66.0 %");
    add("c", 20, 10, 10);
    assertThat(share.problems()).isEmpty();
  }

  @Test
  void stockIsCountedByTheTable() throws IOException {
    Path readme =
        Files.writeString(
            folder.resolve("README.md"),
            """
            | specification | operations | models | generator | files | lines | of the specification | javac errors |
            | a.yaml | 1 | 2 | stock | 3 | 400 | 300 | 0 |
            | a.yaml | 1 | 2 | ours, api | 3 | 40 | 30 | 0 |
            | b.yaml | 1 | – | stock | – | – | – | not generated |
            """);
    assertThat(StockLines.in(readme).bySpecification())
        .isEqualTo(Map.of("a.yaml", new LineCount(400, 300)));
  }
}
