package cloud.finfusion.verification.generators;

import io.swagger.parser.OpenAPIParser;
import io.swagger.v3.oas.models.OpenAPI;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openapitools.codegen.utils.ModelUtils;

/** A file of the corpus, and how much it describes; nothing if nobody can read it. */
record Specification(Path file, int operations, int schemas) {

  static Specification in(Path file) {
    Optional<OpenAPI> api =
        Optional.ofNullable(
            new OpenAPIParser().readLocation(file.toString(), null, null).getOpenAPI());
    return new Specification(
        file,
        api.map(Specification::operations).orElse(0),
        api.map(read -> ModelUtils.getSchemas(read).size()).orElse(0));
  }

  /** The files of a folder that may be one, by name. */
  static List<Path> allIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().matches(".*\\.(yaml|yml|json)"))
          .sorted()
          .toList();
    }
  }

  private static int operations(OpenAPI api) {
    return api.getPaths() == null
        ? 0
        : api.getPaths().values().stream().mapToInt(path -> path.readOperations().size()).sum();
  }

  String text() {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  String name() {
    return file.getFileName().toString();
  }
}
