package cloud.finfusion.templates.normalizer;

import cloud.finfusion.templates.spec.SchemaFields;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Joins what several parts of an {@code allOf} say of one field: upstream takes the last of them.
 */
@SuppressWarnings("rawtypes") // as the OpenAPI model has them
record RepeatedFields(OpenAPI openAPI) {

  void join(Schema<?> schema) {
    if (schema.getAllOf() == null) {
      return;
    }
    Map<String, Schema> last = new LinkedHashMap<>();
    Map<String, Schema> joined = new LinkedHashMap<>();
    Stream.concat(
            schema.getAllOf().stream().map(new SchemaFields(openAPI)::of),
            Stream.ofNullable(schema.getProperties()))
        .forEach(
            fields -> {
              last.putAll(fields);
              fields.forEach((name, field) -> joined.merge(name, field, forms()::both));
            });
    joined.forEach(
        (name, field) -> {
          if (!field.equals(last.get(name))) {
            owner(schema, name).addProperty(name, field);
          }
        });
  }

  /** What stands here and names the field already, so that its class keeps its name. */
  private static Schema<?> owner(Schema<?> schema, String name) {
    List<Schema<?>> here = new ArrayList<>();
    schema.getAllOf().stream().filter(part -> part.get$ref() == null).forEach(here::add);
    here.add(schema);
    return here.stream()
        .filter(each -> each.getProperties() != null && each.getProperties().containsKey(name))
        .reduce(schema, (first, last) -> last);
  }

  private FieldForms forms() {
    return new FieldForms(openAPI);
  }
}
