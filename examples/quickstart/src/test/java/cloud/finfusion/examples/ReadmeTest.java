package cloud.finfusion.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ReadmeTest {
  private static final Pattern JAVA_BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final Path MODULE = Path.of("").toAbsolutePath();

  @Test
  void everyJavaBlockIsCompiled() throws IOException {
    String recipes =
        unindented(
            Files.readString(
                MODULE.resolve("src/test/java/cloud/finfusion/examples/ReadmeRecipes.java")));

    assertThat(javaBlocks())
        .hasSizeGreaterThan(1)
        .allSatisfy(block -> assertThat(recipes).contains(block));
  }

  @Test
  void theFirstJavaBlockStartsBeforeLine25() throws IOException {
    List<String> lines = Files.readAllLines(readme());

    assertThat(lines.indexOf("```java") + 1).isBetween(1, 24);
  }

  private static List<String> javaBlocks() throws IOException {
    return JAVA_BLOCK
        .matcher(Files.readString(readme()))
        .results()
        .map(MatchResult::group)
        .map(block -> unindented(block.replaceAll("```(java\n)?", "")))
        .toList();
  }

  private static Path readme() {
    return MODULE.resolve("../../README.md");
  }

  private static String unindented(String text) {
    return text.lines().map(String::strip).collect(Collectors.joining("\n")).strip();
  }
}
