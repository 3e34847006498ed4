package cloud.finfusion.templates;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.utils.ModelUtils;

/**
 * Gives names to schemas that upstream leaves inline: enums, objects and unions in {@code allOf}.
 */
@SuppressWarnings("rawtypes") // as the OpenAPI model has them
final class InlineSchemas {
  private final OpenAPI openAPI;

  private final Map<String, Schema> components;

  InlineSchemas(OpenAPI openAPI) {
    this.openAPI = openAPI;
    this.components = openAPI.getComponents().getSchemas();
  }

  void name() {
    List.copyOf(components.entrySet()).forEach(each -> inside(each.getKey(), each.getValue()));
  }

  /** Those inside the schema of that name. */
  void nameIn(String owner) {
    inside(owner, components.get(owner));
  }

  private void inside(String owner, @Nullable Schema<?> schema) {
    if (schema == null || schema.get$ref() != null) {
      return;
    }
    if (schema.getProperties() != null) {
      schema.getProperties().replaceAll((name, property) -> named(owner + "_" + name, property));
    }
    if (schema.getAllOf() != null) {
      schema.getAllOf().forEach(part -> inside(owner, part));
    }
    containers(owner, schema);
  }

  private void containers(String owner, Schema<?> schema) {
    if (schema.getItems() != null) {
      schema.setItems(named(owner + "_inner", schema.getItems()));
    }
    if (schema.getAdditionalProperties() instanceof Schema<?> value) {
      schema.setAdditionalProperties(named(owner + "_value", value));
    }
  }

  private Schema<?> named(String name, Schema<?> schema) {
    if (schema.get$ref() != null) {
      return schema;
    }
    if (!isModel(schema)) {
      containers(name, schema);
      return schema;
    }
    String free = name;
    for (int i = 1; components.containsKey(free); i++) {
      free = name + "_" + i;
    }
    openAPI.getComponents().addSchemas(free, schema);
    inside(free, schema);
    return new Schema<>().$ref(free);
  }

  private static boolean isModel(Schema<?> schema) {
    boolean texts = schema.getEnum() != null && !schema.getEnum().isEmpty();
    boolean parts = schema.getAllOf() != null && new ArrayList<>(schema.getAllOf()).size() > 1;
    return texts
        || parts
        || ModelUtils.hasProperties(schema)
        || ModelUtils.hasOneOf(schema)
        || ModelUtils.hasAnyOf(schema);
  }
}
