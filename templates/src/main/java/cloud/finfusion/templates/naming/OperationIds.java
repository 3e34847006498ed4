package cloud.finfusion.templates.naming;

import cloud.finfusion.templates.spec.DeclaredOperation;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** Gives ids to operations that have none, before anything is named by its operation. */
public record OperationIds(OpenAPI openAPI) {
  /** Set on an operation: it has no id of its own. */
  static final String MADE = "x-made-id";

  /** Of two operations of one id, neither has it, so that their order tells nothing. */
  public void give() {
    Set<String> taken = new HashSet<>();
    Map<String, Integer> made = new LinkedHashMap<>();
    forEach(
        (path, operation) -> {
          if (isWithout(operation)) {
            made.merge(path.id().toLowerCase(Locale.ROOT), 1, Integer::sum);
          } else {
            taken.add(operation.getOperationId().toLowerCase(Locale.ROOT));
          }
        });
    forEach(
        (path, operation) -> {
          if (isWithout(operation)) {
            String id = path.id();
            String key = id.toLowerCase(Locale.ROOT);
            boolean own = made.getOrDefault(key, 0) == 1 && !taken.contains(key);
            operation.setOperationId(own ? id : path.wholeId());
            operation.addExtension(MADE, true);
          }
        });
  }

  private static boolean isWithout(Operation operation) {
    return operation.getOperationId() == null || Words.isNameless(operation.getOperationId());
  }

  private void forEach(BiConsumer<OperationPath, Operation> action) {
    DeclaredOperation.all(openAPI)
        .forEach(
            each ->
                action.accept(
                    new OperationPath(each.path(), each.method().name().toLowerCase(Locale.ROOT)),
                    each.operation()));
  }
}
