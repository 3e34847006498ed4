package cloud.finfusion.templates.normalizer;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.utils.ModelUtils;

/**
 * Lets lists and maps that consist of themselves, as a list of such lists, hold anything instead:
 * Java has no name for their type, which upstream would write out without end.
 */
public record RecursiveContainers(OpenAPI openAPI) {
  /** Set on the specification: the names of those that were cut. */
  private static final String CUT = "x-recursive-containers";

  /** Cuts them, before upstream's normalizer makes something else of some. */
  void cut() {
    List<String> names = new ArrayList<>();
    ModelUtils.getSchemas(openAPI)
        .forEach(
            (name, schema) -> {
              if (isCut(schema, Collections.newSetFromMap(new IdentityHashMap<>()))) {
                names.add(name);
              }
            });
    openAPI.addExtension(CUT, names);
  }

  /** Says which were cut, a line for each. */
  public void note(Consumer<String> notices) {
    if (openAPI.getExtensions() != null
        && openAPI.getExtensions().remove(CUT) instanceof List<?> names) {
      names.forEach(
          name ->
              notices.accept(
                  name + ": Object in place of itself, as Java has no name for its type"));
    }
  }

  /** Whether the values of a container were one of those above it, so that they are any now. */
  private boolean isCut(Schema<?> container, Set<Schema<?>> above) {
    above.add(container);
    Schema<?> values = values(container);
    if (values == null) {
      return false;
    }
    if (!above.contains(values)) {
      return isCut(values, above);
    }
    if (ModelUtils.isArraySchema(container)) {
      container.setItems(new Schema<>());
    } else {
      container.setAdditionalProperties(new Schema<>());
    }
    return true;
  }

  /** What stands in a list or a map; null of anything else. */
  private @Nullable Schema<?> values(Schema<?> schema) {
    Object values =
        ModelUtils.isArraySchema(schema) ? schema.getItems() : schema.getAdditionalProperties();
    return schema.getProperties() == null && values instanceof Schema<?> value
        ? ModelUtils.getReferencedSchema(openAPI, value)
        : null;
  }
}
