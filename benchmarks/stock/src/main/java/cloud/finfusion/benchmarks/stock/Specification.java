package cloud.finfusion.benchmarks.stock;

import io.swagger.parser.OpenAPIParser;
import io.swagger.v3.oas.models.OpenAPI;
import java.nio.file.Path;
import java.util.Optional;
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

  private static int operations(OpenAPI api) {
    return api.getPaths() == null
        ? 0
        : api.getPaths().values().stream().mapToInt(path -> path.readOperations().size()).sum();
  }

  String name() {
    return file.getFileName().toString();
  }
}
