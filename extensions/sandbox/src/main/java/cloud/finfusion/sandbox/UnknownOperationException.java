package cloud.finfusion.sandbox;

import cloud.finfusion.sandbox.internal.spec.OperationNames;
import java.util.List;
import java.util.stream.Collectors;

/** Thrown when a test names an operation that the specification does not have. */
public final class UnknownOperationException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String operation;
  private final String[] nearNames;

  private UnknownOperationException(
      String operation, List<String> nearNames, List<String> allNames) {
    super(message(operation, nearNames, allNames));
    this.operation = operation;
    this.nearNames = nearNames.toArray(new String[0]);
  }

  /** Returns the name of the operation that has this name or operationId, or throws. */
  static String requireKnown(OperationNames names, String nameOrId) {
    return names
        .find(nameOrId)
        .orElseThrow(
            () ->
                new UnknownOperationException(
                    nameOrId, names.near(nameOrId), names.all().toList()));
  }

  /** The name that is unknown. */
  public String operation() {
    return operation;
  }

  /** Similar names of operations, the nearest first; may be empty. */
  public List<String> nearNames() {
    return List.of(nearNames);
  }

  private static String message(String operation, List<String> near, List<String> all) {
    String found = near.isEmpty() ? "Its operations: " + names(all) : "Near: " + names(near);
    return "The specification has no operation " + operation + ". " + found;
  }

  private static String names(List<String> names) {
    return names.stream().collect(Collectors.joining(", ", "", "."));
  }
}
