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

  private final CodeShare share =
      new CodeShare(new StockLines(Map.of("a", 100L, "b", 100L, "c", 100L)));

  @Test
  void noneHasMoreLinesThanStock() {
    share.add("a", 1, () -> 101);
    share.add("b", 1, () -> 100);
    share.add("unknown", 1, () -> 1000);
    assertThat(share.problems())
        .containsExactly("a: expected no more lines than stock's, got 101 %");
  }

  @Test
  void theMedianIsOfThoseWithManyModels() {
    share.add("a", 20, () -> 66);
    share.add("b", 20, () -> 65);
    share.add("c", 19, () -> 100);
    assertThat(share.problems())
        .containsExactly("expected a median of at most 65 % of stock's lines, got 66.0 %");
    share.add("c", 20, () -> 10);
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
    assertThat(StockLines.in(readme).bySpecification()).isEqualTo(Map.of("a.yaml", 300L));
  }
}
