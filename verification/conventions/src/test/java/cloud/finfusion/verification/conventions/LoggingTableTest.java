package cloud.finfusion.verification.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of loggers and levels in docs/logging.md is that of the code of all extensions. */
class LoggingTableTest {
  private static final Path ROOT = Path.of("../..");
  private static final Pattern LOGGER =
      Pattern.compile("getLogger\\(\\s*(?:\"([^\"]+)\"|(\\w+)\\.class)\\s*\\)");
  private static final Pattern LINE =
      Pattern.compile("(?m)^(?!\\s*\\*).*\\b(?:LOG|log)\\.(trace|debug|info|warn|error)\\(");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `([\\w.]+)` \\| ([A-Z]+) \\| .* \\| `(\\w+)` \\|$");
  private static final Pattern KEY = Pattern.compile("[\"`](finfusion\\.[a-z_]+)[\"`]");

  @Test
  void eachLoggerAndLevelHasItsRowAndEachRowItsCode() throws IOException {
    SortedSet<String> written = new TreeSet<>();
    for (Path source : sources()) {
      addLines(source, written);
    }
    SortedSet<String> listed = new TreeSet<>();
    Matcher row = ROW.matcher(documentation());
    while (row.find()) {
      listed.add(row.group(1) + " " + row.group(2) + " " + row.group(3));
    }

    assertThat(listed).as("logger, level and class in docs/logging.md").isEqualTo(written);
  }

  @Test
  void eachKeyOfTheLogsContextHasItsRow() throws IOException {
    Path code =
        ROOT.resolve("extensions/client/src/main/java/cloud/finfusion/internal/call/LogScope.java");

    assertThat(keys(documentation())).isNotEmpty().isEqualTo(keys(Files.readString(code)));
  }

  private static String documentation() throws IOException {
    return Files.readString(ROOT.resolve("docs/logging.md"));
  }

  private static SortedSet<String> keys(String text) {
    SortedSet<String> keys = new TreeSet<>();
    KEY.matcher(text).results().forEach(each -> keys.add(each.group(1)));
    return keys;
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT.resolve("extensions"))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> file.toString().replace('\\', '/').contains("/src/main/java/"))
          .toList();
    }
  }

  private static void addLines(Path source, SortedSet<String> written) throws IOException {
    String code = Files.readString(source);
    Matcher logger = LOGGER.matcher(code);
    if (!logger.find()) {
      return;
    }
    String type = source.getFileName().toString().replace(".java", "");
    String name = logger.group(1) == null ? className(source) : logger.group(1);
    LINE.matcher(code)
        .results()
        .forEach(
            line -> written.add(name + " " + line.group(1).toUpperCase(Locale.ROOT) + " " + type));
  }

  private static String className(Path source) {
    String path = source.toString().replace('\\', '/');
    String own = path.substring(path.indexOf("/src/main/java/") + "/src/main/java/".length());
    return own.replace(".java", "").replace('/', '.');
  }
}
