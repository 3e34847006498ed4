package cloud.finfusion.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * docs/reference is what the build makes of the specification; {@code -Dreference=write} writes it.
 */
class ReleasedReferenceTest {
  static final Path MADE = Path.of("target/reference").toAbsolutePath();
  private static final Path RELEASED = Path.of("../../docs/reference").toAbsolutePath().normalize();

  private static final int OPERATIONS = 47;

  private static final Pattern OPERATION = Pattern.compile("^## (\\w+\\.\\w+)$", Pattern.MULTILINE);
  private static final Pattern PROGRAM = Pattern.compile("^```java$", Pattern.MULTILINE);

  @Test
  void theReleasedReferenceIsThatOfTheSpecification() throws IOException {
    if (System.getProperty("reference", "").equals("write")) {
      write();
    }

    assertThat(pages(RELEASED))
        .as("out of date; write it again with -Dreference=write")
        .isEqualTo(pages(MADE));
  }

  @Test
  void everyOperationHasAProgram() throws IOException {
    String all = String.join("\n", pages(MADE).values());

    assertThat(PROGRAM.matcher(all).results().count())
        .isEqualTo(OPERATION.matcher(all).results().count())
        .isEqualTo(OPERATIONS);
    assertThat(all).doesNotContain("No program");
  }

  private static void write() throws IOException {
    Files.createDirectories(RELEASED);
    for (String old : pages(RELEASED).keySet()) {
      Files.delete(RELEASED.resolve(old));
    }
    for (Map.Entry<String, String> page : pages(MADE).entrySet()) {
      Files.writeString(RELEASED.resolve(page.getKey()), page.getValue());
    }
  }

  static Map<String, String> pages(Path folder) throws IOException {
    Map<String, String> pages = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".md")).toList()) {
        pages.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return pages;
  }
}
