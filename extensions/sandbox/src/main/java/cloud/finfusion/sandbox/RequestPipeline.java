package cloud.finfusion.sandbox;

import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The journey of a request: route, note, limit, inject a fault or not, and do the work. */
final class RequestPipeline {
  private final Router routes;
  private final RequestValidation validation;
  private final Credentials keys;
  private final RateLimits limits;
  private final Execution execution;
  private final Faults faults;
  private final Queue<ReceivedRequest> received = new ConcurrentLinkedQueue<>();

  RequestPipeline(
      Spec spec, Credentials keys, RateLimits limits, Execution execution, Faults faults) {
    this.routes = new Router(spec.operations());
    this.validation = spec.validation();
    this.keys = keys;
    this.limits = limits;
    this.execution = execution;
    this.faults = faults;
  }

  List<ReceivedRequest> received() {
    return List.copyOf(received);
  }

  ResponseWriter answer(ApiRequest request) {
    Optional<Operation> operation = routes.find(request);
    received.add(new ReceivedRequest(request, operation.map(Operation::id).orElse(null)));
    return operation
        .map(found -> limits.within(request, () -> reply(found, request)))
        .orElseGet(() -> routes.notFound(request));
  }

  private ResponseWriter reply(Operation operation, ApiRequest request) {
    return faults.inject(operation.id(), pause -> work(operation, request, pause));
  }

  private ApiResponse work(Operation operation, ApiRequest request, Runnable pause) {
    try {
      String owner = operation.needsCredentials() ? keys.require(operation, request) : "";
      validation.check(request);
      return execution.of(operation, request, owner, pause);
    } catch (ApiError refused) {
      return refused.answer();
    }
  }
}
