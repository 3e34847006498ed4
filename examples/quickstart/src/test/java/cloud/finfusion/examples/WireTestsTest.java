package cloud.finfusion.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The build makes wire tests of every operation, and of each by all that its extensions say. */
class WireTestsTest {
  private static final Path MADE = Path.of("target/wire-tests").toAbsolutePath();

  private static final int OPERATIONS = 47;

  @Test
  void everyOperationHasWireTests() throws IOException {
    String tests = tests();

    assertThat(count(tests, "extends OperationWireTest")).isEqualTo(OPERATIONS);
    assertThat(tests).doesNotContain("No tests of");
  }

  @Test
  void everyExtensionOfTheSpecificationIsTested() throws IOException {
    String spec = Files.readString(Path.of("../../spec/finfusion.yaml"));
    String tests = tests();

    assertThat(count(tests, " CachedOperation")).isEqualTo(count(spec, "x-finfusion-ttl:"));
    assertThat(count(tests, " PagedOperation")).isEqualTo(count(spec, "x-finfusion-pagination:"));
    assertThat(count(tests, " BatchedOperation")).isEqualTo(count(spec, "x-finfusion-batch:"));
    assertThat(count(tests, " WaitedOperation")).isEqualTo(count(spec, "x-finfusion-wait:"));
    assertThat(count(tests, "\\.keyed\\(\\)")).isEqualTo(count(spec, "x-finfusion-idempotency:"));
  }

  private static long count(String text, String pattern) {
    return Pattern.compile(pattern).matcher(text).results().count();
  }

  private static String tests() throws IOException {
    try (Stream<Path> files = Files.walk(MADE)) {
      return files
          .filter(each -> each.toString().endsWith("WireTest.java"))
          .filter(each -> !each.endsWith("OperationWireTest.java"))
          .map(WireTestsTest::text)
          .collect(Collectors.joining("\n"));
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
