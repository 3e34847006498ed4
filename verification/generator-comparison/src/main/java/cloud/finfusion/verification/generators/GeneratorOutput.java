package cloud.finfusion.verification.generators;

import cloud.finfusion.templates.FinFusionCodegen;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openapitools.codegen.ClientOptInput;
import org.openapitools.codegen.utils.ModelUtils;

/**
 * A generator's output, and which class it made of which schema.
 *
 * @param flattened the specification as the generator left it: inline schemas have names there
 * @param reports what our generator said of the specification
 */
record GeneratorOutput(
    Sources sources, OpenAPI flattened, Map<String, Named> byClass, List<String> reports) {

  /** A schema, and what the specification or the generator calls it. */
  record Named(String name, Schema<?> schema) {

    /** Parameters have a model too, which is never JSON. */
    boolean isOfQuery() {
      return schema.getExtensions() != null && schema.getExtensions().containsKey("x-query");
    }
  }

  @SuppressWarnings(
      "deprecation") // its setters are not, and nothing else tells what became of the run
  static GeneratorOutput of(Path output, ClientOptInput run) {
    Map<String, Named> byClass = new LinkedHashMap<>();
    ModelUtils.getSchemas(run.getOpenAPI())
        .forEach(
            (name, schema) ->
                byClass.put(run.getConfig().toModelName(name), new Named(name, schema)));
    List<String> reports =
        run.getConfig() instanceof FinFusionCodegen ours ? ours.reports() : List.of();
    return new GeneratorOutput(new Sources(output), run.getOpenAPI(), byClass, reports);
  }

  /** The class that was written for a schema; none of one that is a list or a plain value. */
  Optional<String> modelOf(String schema) {
    return byClass.entrySet().stream()
        .filter(each -> each.getValue().name().equals(schema))
        .map(Map.Entry::getKey)
        .filter(name -> Files.exists(sources.model(name)))
        .findFirst();
  }

  /** How many classes are models, be they sent, received or put together from parameters. */
  long models() {
    return sources.files().stream()
        .filter(file -> file.getName(file.getNameCount() - 2).toString().equals("model"))
        .filter(file -> !file.endsWith("package-info.java"))
        .count();
  }
}
