package cloud.finfusion.sandbox.internal.handlers;

import cloud.finfusion.sandbox.internal.http.ApiRequest;
import cloud.finfusion.sandbox.internal.spec.Operation;
import cloud.finfusion.sandbox.internal.store.Store;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The resources whose ids are in paths: the id in {@code /v2/cards/{card_id}/transactions} belongs
 * to the family that {@code /v2/cards} lists or creates.
 */
final class ParentResources {
  private final Map<String, String> families;
  private final Store store;

  ParentResources(List<Operation> operations, Store store) {
    this.families =
        operations.stream()
            .collect(
                Collectors.toMap(
                    each -> each.path().toString(), Operation::family, (first, second) -> first));
    this.store = store;
  }

  /** Whether the id in the path names a resource of the operation's own family. */
  boolean namesOwnFamily(Operation operation) {
    return family(operation).filter(operation.family()::equals).isPresent();
  }

  /** Throws a 404 when the path names a parent that does not exist, if its family is known. */
  void require(Operation operation, ApiRequest request) {
    family(operation)
        .ifPresent(family -> store.require(family, operation.path().lastValue(request.path())));
  }

  private Optional<String> family(Operation operation) {
    return Optional.ofNullable(families.get(operation.path().collection()));
  }
}
