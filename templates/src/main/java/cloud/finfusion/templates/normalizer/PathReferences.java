package cloud.finfusion.templates.normalizer;

import cloud.finfusion.templates.file.ModelPointer;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gives each path operations of its own where it refers to another path or to a component: upstream
 * leaves out those of the component, and takes those of the path for one.
 */
final class PathReferences {
  private final OpenAPI openAPI;
  private final Set<Object> taken = Collections.newSetFromMap(new IdentityHashMap<>());

  PathReferences(OpenAPI openAPI) {
    this.openAPI = openAPI;
  }

  void resolve() {
    if (openAPI.getPaths() != null) {
      openAPI.getPaths().forEach(this::resolve);
      openAPI.getPaths().replaceAll((path, item) -> own(item));
    }
  }

  private void resolve(String path, PathItem item) {
    while (item.get$ref() != null) {
      PathItem target = target(path, item.get$ref());
      item.set$ref(target.get$ref());
      item.setServers(target.getServers());
      item.setParameters(target.getParameters());
      target.readOperationsMap().forEach(item::operation);
    }
  }

  private PathItem target(String path, String reference) {
    Object target =
        reference.startsWith("#/")
            ? new ModelPointer(openAPI, reference).target().orElse(null)
            : null;
    if (target instanceof PathItem item) {
      return item;
    }
    throw new IllegalArgumentException(
        "%s: expected a reference to a path, got %s, which the parser has not read. Write the path out"
            .formatted(path, reference));
  }

  /** Of a path that refers to another file, the parser has one object for all that do. */
  private PathItem own(PathItem item) {
    PathItem own = taken.add(item) ? item : copy(item);
    own.readOperationsMap()
        .forEach(
            (method, operation) -> {
              if (!taken.add(operation)) {
                own.operation(method, copy(operation));
              }
            });
    return own;
  }

  private static PathItem copy(PathItem item) {
    PathItem copy =
        new PathItem().servers(list(item.getServers())).parameters(list(item.getParameters()));
    item.readOperationsMap().forEach(copy::operation);
    copy.setExtensions(item.getExtensions());
    return copy;
  }

  /** What is changed of an operation later is changed in its copy alone. */
  private static Operation copy(Operation operation) {
    Operation copy =
        new Operation()
            .operationId(operation.getOperationId())
            .summary(operation.getSummary())
            .description(operation.getDescription())
            .deprecated(operation.getDeprecated())
            .externalDocs(operation.getExternalDocs())
            .requestBody(operation.getRequestBody())
            .callbacks(operation.getCallbacks());
    copy.setTags(list(operation.getTags()));
    copy.setParameters(list(operation.getParameters()));
    copy.setSecurity(list(operation.getSecurity()));
    copy.setServers(list(operation.getServers()));
    copy.setResponses(responses(operation.getResponses()));
    copy.setExtensions(
        operation.getExtensions() == null ? null : new LinkedHashMap<>(operation.getExtensions()));
    return copy;
  }

  private static <T> @Nullable List<T> list(@Nullable List<T> list) {
    return list == null ? null : new ArrayList<>(list);
  }

  private static @Nullable ApiResponses responses(@Nullable ApiResponses responses) {
    if (responses == null) {
      return null;
    }
    ApiResponses copy = new ApiResponses();
    copy.putAll(responses);
    copy.setExtensions(responses.getExtensions());
    return copy;
  }
}
