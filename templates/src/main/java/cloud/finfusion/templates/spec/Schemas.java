package cloud.finfusion.templates.spec;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.callbacks.Callback;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every schema of a specification, wherever it stands; references are not followed. */
public final class Schemas {
  private final OpenAPI openAPI;
  private final Set<Schema<?>> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  public Schemas(OpenAPI openAPI) {
    this.openAPI = openAPI;
  }

  /** Visits inner schemas first, so that the visitor finds them normalized. */
  public void forEach(Consumer<Schema<?>> visitor) {
    Components components = openAPI.getComponents();
    if (components != null) {
      values(components.getSchemas()).forEach(schema -> visit(schema, visitor));
      parameters(values(components.getParameters()).toList(), visitor);
      values(components.getRequestBodies()).forEach(body -> visit(body, visitor));
      values(components.getResponses()).forEach(response -> visit(response, visitor));
    }
    values(openAPI.getPaths()).forEach(path -> visit(path, visitor));
    values(openAPI.getWebhooks()).forEach(path -> visit(path, visitor));
  }

  private void visit(PathItem path, Consumer<Schema<?>> visitor) {
    parameters(path.getParameters(), visitor);
    path.readOperations().forEach(operation -> visit(operation, visitor));
  }

  private void visit(Operation operation, Consumer<Schema<?>> visitor) {
    parameters(operation.getParameters(), visitor);
    if (operation.getRequestBody() != null) {
      visit(operation.getRequestBody(), visitor);
    }
    values(operation.getResponses()).forEach(response -> visit(response, visitor));
    for (Callback callback : values(operation.getCallbacks()).toList()) {
      values(callback).forEach(path -> visit(path, visitor));
    }
  }

  private void parameters(@Nullable List<Parameter> parameters, Consumer<Schema<?>> visitor) {
    each(parameters)
        .forEach(
            parameter -> {
              visit(parameter.getSchema(), visitor);
              visit(parameter.getContent(), visitor);
            });
  }

  private void visit(RequestBody body, Consumer<Schema<?>> visitor) {
    visit(body.getContent(), visitor);
  }

  private void visit(ApiResponse response, Consumer<Schema<?>> visitor) {
    visit(response.getContent(), visitor);
  }

  private void visit(@Nullable Content content, Consumer<Schema<?>> visitor) {
    values(content).forEach(media -> visit(media.getSchema(), visitor));
  }

  private void visit(@Nullable Schema<?> schema, Consumer<Schema<?>> visitor) {
    if (schema != null && seen.add(schema)) {
      values(schema.getProperties()).forEach(each -> visit(each, visitor));
      values(schema.getPatternProperties()).forEach(each -> visit(each, visitor));
      visit(schema.getItems(), visitor);
      if (schema.getAdditionalProperties() instanceof Schema<?> value) {
        visit(value, visitor);
      }
      members(schema).forEach(each -> visit(each, visitor));
      visitor.accept(schema);
    }
  }

  /** The schemas that a composed one consists of. */
  private static List<Schema<?>> members(Schema<?> schema) {
    List<Schema<?>> members = new ArrayList<>();
    each(schema.getAllOf()).forEach(members::add);
    each(schema.getAnyOf()).forEach(members::add);
    each(schema.getOneOf()).forEach(members::add);
    return members;
  }

  private static <V> Stream<V> values(@Nullable Map<String, V> map) {
    return map == null ? Stream.empty() : each(map.values());
  }

  private static <V> Stream<V> each(@Nullable Collection<V> all) {
    return all == null ? Stream.empty() : List.copyOf(all).stream();
  }
}
