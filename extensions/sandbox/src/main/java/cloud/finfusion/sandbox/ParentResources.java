package cloud.finfusion.sandbox;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whose id stands in a path: what {@code /v2/cards/{card_id}/transactions} goes on from is of the
 * family that {@code /v2/cards} lists or creates.
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

  /** Whether the operation is about the very resource whose id it stands below. */
  boolean isSelf(Operation operation) {
    return family(operation).filter(operation.family()::equals).isPresent();
  }

  /** Refuses a request below an id that no resource has, if the family of the id is known. */
  void require(Operation operation, ApiRequest request) {
    family(operation)
        .ifPresent(family -> store.require(family, operation.path().lastValue(request.path())));
  }

  private Optional<String> family(Operation operation) {
    return Optional.ofNullable(families.get(operation.path().collection()));
  }
}
