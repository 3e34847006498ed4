package cloud.finfusion.templates.normalizer;

import cloud.finfusion.templates.file.ModelPointer;
import cloud.finfusion.templates.spec.DeclaredOperation;
import cloud.finfusion.templates.spec.Schemas;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.utils.ModelUtils;

/**
 * Gives a name to each schema that is referred to where it stands, in a path or inside another
 * schema: upstream takes the last word of such a reference for the name of a class.
 */
final class PlacedReferences {
  private static final Set<String> OBVIOUS =
      Set.of("components", "content", "paths", "properties", "schema", "schemas", "responses");

  private final OpenAPI openAPI;
  private final Map<String, String> named = new HashMap<>();

  PlacedReferences(OpenAPI openAPI) {
    this.openAPI = openAPI;
    if (openAPI.getComponents() == null) {
      openAPI.setComponents(new Components());
    }
    if (openAPI.getComponents().getSchemas() == null) {
      openAPI.getComponents().setSchemas(new LinkedHashMap<>());
    }
  }

  void name() {
    DeclaredOperation.all(openAPI).forEach(each -> takeParts(each.operation()));
    new Schemas(openAPI).forEach(this::name);
  }

  /** A parameter, body or response of another operation is that of this one too. */
  private void takeParts(Operation operation) {
    if (operation.getParameters() != null) {
      operation
          .getParameters()
          .replaceAll(each -> taken(Parameter.class, each, Parameter::get$ref));
    }
    if (operation.getRequestBody() != null) {
      operation.setRequestBody(
          taken(RequestBody.class, operation.getRequestBody(), RequestBody::get$ref));
    }
    if (operation.getResponses() != null) {
      operation
          .getResponses()
          .replaceAll((status, each) -> taken(ApiResponse.class, each, ApiResponse::get$ref));
    }
  }

  /** Upstream follows one reference to a component, and no other. */
  private <P> P taken(Class<P> type, P part, Function<P, @Nullable String> referenceOf) {
    String reference = referenceOf.apply(part);
    if (reference == null || !reference.startsWith("#/")) {
      return part;
    }
    Optional<P> target =
        new ModelPointer(openAPI, reference).target().filter(type::isInstance).map(type::cast);
    boolean component = reference.matches("#/components/[a-zA-Z]+/[^/]+");
    return target.isEmpty() || (component && referenceOf.apply(target.get()) == null)
        ? part
        : taken(type, target.get(), referenceOf);
  }

  private void name(Schema<?> schema) {
    String reference = schema.get$ref();
    if (reference == null || !reference.startsWith("#/") || isComponent(reference)) {
      return;
    }
    String known = named.get(reference);
    if (known == null) {
      known = nameOf(new ModelPointer(openAPI, reference), reference);
      named.put(reference, known);
    }
    schema.set$ref(known);
  }

  private static boolean isComponent(String reference) {
    return reference.matches("#/components/schemas/[^/]+");
  }

  /** The reference to it by its name; the same if it is none or stands nowhere. */
  private String nameOf(ModelPointer pointer, String reference) {
    return pointer
        .target()
        .filter(Schema.class::isInstance)
        .map(schema -> moved((Schema<?>) schema, pointer))
        .orElse(reference);
  }

  private String moved(Schema<?> schema, ModelPointer pointer) {
    if (schema.get$ref() != null) {
      name(schema);
      return schema.get$ref();
    }
    String name = free(schema.getTitle() == null ? name(pointer.tokens()) : schema.getTitle());
    openAPI.getComponents().getSchemas().put(name, schema);
    Schema<?> moved = new Schema<>().$ref("#/components/schemas/" + name);
    pointer.replace(moved);
    return moved.get$ref();
  }

  /** {@code plan_post_requestBody}: of its place, what is not obvious, without media types. */
  private static String name(List<String> tokens) {
    return tokens.stream()
        .filter(each -> !OBVIOUS.contains(each))
        .filter(each -> !each.matches("[\\w.*+-]+/[\\w.*+-]+.*"))
        .map(each -> each.replaceAll("[^A-Za-z0-9]+", "_").replaceAll("^_|_$", ""))
        .filter(each -> !each.isEmpty())
        .collect(Collectors.joining("_"));
  }

  private String free(String name) {
    String free = name.replaceAll("[^A-Za-z0-9_.-]+", "_");
    for (int i = 2; ModelUtils.getSchemas(openAPI).containsKey(free); i++) {
      free = name + "_" + i;
    }
    return free;
  }
}
