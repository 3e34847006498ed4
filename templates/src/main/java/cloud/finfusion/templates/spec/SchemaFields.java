package cloud.finfusion.templates.spec;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.openapitools.codegen.utils.ModelUtils;

/** The fields of an object, with those of the schemas that it consists of. */
@SuppressWarnings("rawtypes") // as the parser has them
public record SchemaFields(OpenAPI openAPI) {

  /** By their names, in the order of the specification. */
  public Map<String, Schema> of(Schema<?> given) {
    Map<String, Schema> all = new LinkedHashMap<>();
    collect(given, all, new HashSet<>(), nothingSeen());
    return all;
  }

  /** The names of those that must be given. */
  public Set<String> required(Schema<?> given) {
    Set<String> all = new HashSet<>();
    collect(given, new LinkedHashMap<>(), all, nothingSeen());
    return all;
  }

  /** By identity: a schema has a hash of all that is in it. */
  private static Set<Schema<?>> nothingSeen() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  private void collect(
      Schema<?> given, Map<String, Schema> fields, Set<String> required, Set<Schema<?>> seen) {
    Schema<?> schema = ModelUtils.getReferencedSchema(openAPI, given);
    if (schema == null || !seen.add(schema)) {
      return;
    }
    for (Schema part : Objects.requireNonNullElse(schema.getAllOf(), List.<Schema>of())) {
      collect(part, fields, required, seen);
    }
    fields.putAll(Objects.requireNonNullElse(schema.getProperties(), Map.of()));
    required.addAll(Objects.requireNonNullElse(schema.getRequired(), List.of()));
  }
}
