package cloud.finfusion.templates.spec;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import java.util.stream.Stream;

/**
 * An operation, and where the specification declares it.
 *
 * @param path as {@code /payments/{id}}
 * @param item what stands there for all operations of the path
 */
public record DeclaredOperation(
    String path, PathItem item, HttpMethod method, Operation operation) {

  /** Returns all operations, in the order of the specification. */
  public static Stream<DeclaredOperation> all(OpenAPI openAPI) {
    return Stream.ofNullable(openAPI.getPaths())
        .flatMap(paths -> paths.entrySet().stream())
        .flatMap(path -> of(path.getKey(), path.getValue()));
  }

  private static Stream<DeclaredOperation> of(String path, PathItem item) {
    return item.readOperationsMap().entrySet().stream()
        .map(each -> new DeclaredOperation(path, item, each.getKey(), each.getValue()));
  }

  /** Returns what messages call it, as {@code POST /payments}. */
  public String name() {
    return method + " " + path;
  }
}
