package cloud.finfusion.templates.normalizer;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.openapitools.codegen.utils.ModelUtils;

/**
 * Merges the parts of an {@code allOf} that only say more of one value: upstream makes an object of
 * every {@code allOf} of several.
 */
@SuppressWarnings("rawtypes") // as the OpenAPI model has them
final class SchemaParts {
  private final OpenAPI openAPI;
  private final Set<Schema<?>> components = Collections.newSetFromMap(new IdentityHashMap<>());

  SchemaParts(OpenAPI openAPI) {
    this.openAPI = openAPI;
    ModelUtils.getSchemas(openAPI).values().forEach(components::add);
  }

  void merge(Schema<?> schema) {
    if (schema.getAllOf() == null || schema.getProperties() != null) {
      return;
    }
    List<Schema> telling = new ArrayList<>(schema.getAllOf());
    telling.removeIf(part -> saysOnlyMore(part) && fill(schema, part));
    if (telling.size() > 1 && telling.stream().allMatch(this::isScalar)) {
      telling = List.of(isOfOneType(telling) ? narrowed(schema, telling) : new Schema<>());
    }
    if (telling.size() == 1) {
      become(schema, telling.get(0));
    } else if (!telling.isEmpty()) {
      schema.setAllOf(telling);
    }
  }

  private static boolean saysOnlyMore(Schema<?> part) {
    return NullForms.isBare(part) && part.getRequired() == null && part.getNot() == null;
  }

  private static boolean fill(Schema<?> schema, Schema<?> part) {
    SchemaFill.limits(schema, part);
    return true;
  }

  /** A reference stays one, unless it is all that a named scalar or list consists of. */
  private void become(Schema<?> schema, Schema<?> part) {
    boolean named = components.contains(schema) && isPlain(part);
    if (part.get$ref() == null || named) {
      schema.setAllOf(null);
      SchemaFill.all(schema, resolved(part));
      merge(schema); // a part may have parts
      return;
    }
    schema.setAllOf(new ArrayList<>(List.of(part)));
    if (isScalar(part)) {
      schema.setType(null);
      schema.setTypes(null);
    }
  }

  /** The first enum among scalars, else the first; the limits of the others go to the whole. */
  private Schema<?> narrowed(Schema<?> schema, List<Schema> scalars) {
    Schema<?> first =
        scalars.stream()
            .filter(part -> resolved(part).getEnum() != null)
            .findFirst()
            .orElse(scalars.get(0));
    scalars.stream()
        .map(this::resolved)
        .filter(part -> part.getEnum() == null)
        .forEach(part -> SchemaFill.limits(schema, part));
    return first;
  }

  private boolean isScalar(Schema<?> part) {
    Schema<?> known = resolved(part);
    return !ModelUtils.isComposedSchema(known)
        && (known.getEnum() != null
            || ModelUtils.isStringSchema(known)
            || ModelUtils.isNumberSchema(known)
            || ModelUtils.isIntegerSchema(known)
            || ModelUtils.isBooleanSchema(known));
  }

  /** Parts of several types have no value in common: such a schema says none. */
  private boolean isOfOneType(List<Schema> scalars) {
    return scalars.stream().map(part -> type(resolved(part))).distinct().count() == 1;
  }

  private static String type(Schema<?> scalar) {
    if (ModelUtils.isBooleanSchema(scalar)) {
      return "boolean";
    }
    boolean number = ModelUtils.isNumberSchema(scalar) || ModelUtils.isIntegerSchema(scalar);
    return number ? "number" : "string";
  }

  private boolean isPlain(Schema<?> part) {
    return isScalar(part) || ModelUtils.isArraySchema(resolved(part));
  }

  private Schema<?> resolved(Schema<?> part) {
    return ModelUtils.getReferencedSchema(openAPI, part);
  }
}
