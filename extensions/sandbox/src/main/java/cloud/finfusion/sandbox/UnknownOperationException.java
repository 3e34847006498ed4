package cloud.finfusion.sandbox;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown when a test names an operation that the specification does not have. */
public final class UnknownOperationException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String operation;
  private final String[] nearNames;

  UnknownOperationException(String operation, List<String> nearNames, List<String> allNames) {
    super(message(operation, nearNames, allNames));
    this.operation = operation;
    this.nearNames = nearNames.toArray(new String[0]);
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
