package cloud.finfusion.sandbox;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which operation a method and path mean. */
final class Router {
  private final List<Operation> operations;

  Router(List<Operation> operations) {
    this.operations =
        operations.stream()
            .sorted(Comparator.comparingLong(operation -> operation.path().placeholders()))
            .toList();
  }

  Optional<Operation> find(ApiRequest request) {
    return onPath(request).stream().filter(o -> o.method().equals(request.method())).findFirst();
  }

  /** Why nothing was found: the path is unknown, or it has other methods. */
  ApiResponse notFound(ApiRequest request) {
    List<Operation> there = onPath(request);
    if (there.isEmpty()) {
      return new ApiError(404, "There is no such path: see the specification.").answer();
    }
    String allowed =
        there.stream().map(Operation::method).sorted().collect(Collectors.joining(", "));
    return new ApiError(405, "This path takes " + allowed + " only.")
        .answer()
        .with(Map.of("Allow", allowed));
  }

  private List<Operation> onPath(ApiRequest request) {
    return operations.stream().filter(o -> o.path().matches(request.path())).toList();
  }
}
