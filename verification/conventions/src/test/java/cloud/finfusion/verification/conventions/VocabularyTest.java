package cloud.finfusion.verification.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** Old words stay out of names and Javadoc. */
class VocabularyTest {
  private static final Path ROOT = Path.of("../..");

  /** Folders whose names and Javadoc use the field's words; a new module is added here. */
  private static final List<String> MODULES =
      List.of(
          "benchmarks/jmh",
          "benchmarks/peers",
          "build-support",
          "examples/bulk-csv",
          "examples/monitored",
          "examples/quickstart",
          "examples/recipes/own-extension",
          "examples/recipes/own-operations",
          "examples/recipes/tested-with-the-sandbox",
          "examples/two-instances",
          "extensions/client",
          "extensions/junit",
          "extensions/micrometer",
          "extensions/opentelemetry",
          "extensions/redis",
          "extensions/sandbox",
          "extensions/servlet",
          "extensions/spring-boot-starter",
          "spec",
          "templates",
          "templates/runtime",
          "verification/bulk",
          "verification/consumers",
          "verification/console",
          "verification/conventions",
          "verification/generator-comparison",
          "verification/log-secret-scan",
          "verification/new-operation",
          "verification/soak",
          "verification/spec-diff",
          "verification/validating-proxy");

  @Test
  void noModuleUsesAnOldWord() throws IOException {
    try (StandardJavaFileManager files =
        ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null)) {
      assertThat(SourceWords.in(files.getJavaFileObjectsFromPaths(sources())))
          .extracting(each -> each.toString().replaceFirst("^(\\.\\./)+", ""))
          .as("old words; docs/architecture.md has those in use")
          .isEmpty();
    }
  }

  private static List<Path> sources() throws IOException {
    List<Path> sources = new ArrayList<>();
    for (String module : MODULES) {
      for (String part : List.of("src/main/java", "src/test/java")) {
        Path folder = ROOT.resolve(module).resolve(part);
        if (Files.isDirectory(folder)) {
          addJavaFiles(folder, sources);
        }
      }
    }
    return sources;
  }

  private static void addJavaFiles(Path folder, List<Path> sources) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
    }
  }
}
