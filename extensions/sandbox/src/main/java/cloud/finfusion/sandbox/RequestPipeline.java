package cloud.finfusion.sandbox;

import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The steps of a request: find its operation, record it, limit, inject a fault, do the work. */
final class RequestPipeline {
  private final Router routes;
  private final RequestValidation validation;
  private final Credentials credentials;
  private final RateLimits limits;
  private final Execution execution;
  private final Faults faults;
  private final Queue<ReceivedRequest> received = new ConcurrentLinkedQueue<>();

  RequestPipeline(
      Spec spec, Credentials credentials, RateLimits limits, Execution execution, Faults faults) {
    this.routes = new Router(spec.operations());
    this.validation = spec.validation();
    this.credentials = credentials;
    this.limits = limits;
    this.execution = execution;
    this.faults = faults;
  }

  List<ReceivedRequest> received() {
    return List.copyOf(received);
  }

  ResponseWriter handle(ApiRequest request) {
    Optional<Operation> operation = routes.find(request);
    received.add(new ReceivedRequest(request, operation.map(Operation::id).orElse(null)));
    return operation
        .map(found -> limits.limit(request, () -> respond(found, request)))
        .orElseGet(() -> routes.notFound(request));
  }

  private ResponseWriter respond(Operation operation, ApiRequest request) {
    return faults.inject(operation.id(), pause -> work(operation, request, pause));
  }

  private ApiResponse work(Operation operation, ApiRequest request, Runnable pause) {
    try {
      String owner =
          operation.needsCredentials() ? credentials.requireOwner(operation, request) : "";
      validation.check(request);
      return execution.execute(operation, request, owner, pause);
    } catch (ApiError error) {
      return error.response();
    }
  }
}
