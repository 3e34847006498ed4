package cloud.finfusion.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each Java block of the README and of docs/ stands in a test method, so it runs. */
class DocumentedBlocksTest {
  private static final Pattern JAVA_BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final Pattern TEST =
      Pattern.compile("^  @Test\n(.*?)^  }\n", Pattern.DOTALL | Pattern.MULTILINE);
  private static final Path ROOT = Path.of("").toAbsolutePath().resolve("../..").normalize();
  private static final Path SOURCES =
      ROOT.resolve("examples/quickstart/src/test/java/cloud/finfusion/examples");

  /** The blocks that need a Redis. */
  private static final Path REDIS =
      ROOT.resolve("extensions/redis/src/test/java/cloud/finfusion/redis/RedisRecipesTest.java");

  /** The classes of an application, which that module's test starts. */
  private static final Path SPRING =
      ROOT.resolve(
          "extensions/spring-boot-starter/src/test/java/cloud/finfusion/spring/ReadmeTest.java");

  static List<Path> pages() throws IOException {
    try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
      return Stream.concat(Stream.of(ROOT.resolve("README.md")), docs)
          .filter(each -> each.toString().endsWith(".md"))
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyJavaBlockIsRun(Path page) throws IOException {
    List<String> run = whatIsRun();

    assertThat(javaBlocks(page))
        .allMatch(block -> run.stream().anyMatch(each -> each.contains(block)), "stands in a test")
        .allMatch(block -> count('{', block) == count('}', block), "is not cut off");
  }

  private static long count(char bracket, String block) {
    return block.chars().filter(each -> each == bracket).count();
  }

  @Test
  void theReadmeBeginsWithAWholeProgram() throws IOException {
    Path readme = ROOT.resolve("README.md");

    assertThat(Files.readAllLines(readme).indexOf("```java") + 1).isBetween(1, 40);
    assertThat(javaBlocks(readme).get(0)).startsWith("import ").contains("void main(");
    assertThat(javaBlocks(readme)).hasSizeGreaterThan(8);
  }

  /** The bodies of the tests, and the program that is run as one. */
  private static List<String> whatIsRun() throws IOException {
    List<String> all = new ArrayList<>();
    all.add(unindented(Files.readString(SOURCES.resolve("FirstPayment.java"))));
    all.add(unindented(Files.readString(SPRING).replace("static class", "class")));
    for (Path each : recipes()) {
      TEST.matcher(Files.readString(each))
          .results()
          .map(test -> unindented(test.group(1)))
          .forEach(all::add);
    }
    return all;
  }

  private static List<Path> recipes() throws IOException {
    try (Stream<Path> files = Files.list(SOURCES)) {
      return Stream.concat(files, Stream.of(REDIS))
          .filter(file -> file.toString().endsWith("RecipesTest.java"))
          .toList();
    }
  }

  private static List<String> javaBlocks(Path page) throws IOException {
    return JAVA_BLOCK
        .matcher(Files.readString(page))
        .results()
        .map(MatchResult::group)
        .map(block -> unindented(block.replaceAll("```(java\n)?", "")))
        .toList();
  }

  private static String unindented(String text) {
    return text.lines().map(String::strip).collect(Collectors.joining("\n")).strip();
  }
}
