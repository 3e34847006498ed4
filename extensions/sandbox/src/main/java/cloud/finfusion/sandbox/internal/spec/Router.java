package cloud.finfusion.sandbox.internal.spec;

import cloud.finfusion.sandbox.internal.http.ApiError;
import cloud.finfusion.sandbox.internal.http.ApiRequest;
import cloud.finfusion.sandbox.internal.http.ApiResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the operation of a method and path. */
public final class Router {
  private final List<Operation> operations;

  public Router(List<Operation> operations) {
    this.operations =
        operations.stream()
            .sorted(Comparator.comparingLong(operation -> operation.path().placeholders()))
            .toList();
  }

  public Optional<Operation> find(ApiRequest request) {
    return onPath(request).stream().filter(o -> o.method().equals(request.method())).findFirst();
  }

  /** The error when there is no operation: the path is unknown, or has other methods. */
  public ApiResponse notFound(ApiRequest request) {
    List<Operation> found = onPath(request);
    if (found.isEmpty()) {
      return new ApiError(404, "The specification has no such path.").response();
    }
    String allowed =
        found.stream().map(Operation::method).sorted().collect(Collectors.joining(", "));
    return new ApiError(405, "This path has only the methods " + allowed + ".")
        .response()
        .with(Map.of("Allow", allowed));
  }

  private List<Operation> onPath(ApiRequest request) {
    return operations.stream().filter(o -> o.path().matches(request.path())).toList();
  }
}
