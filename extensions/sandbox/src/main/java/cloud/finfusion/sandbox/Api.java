package cloud.finfusion.sandbox;

import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The journey of a request: route, note, limit, inject a fault or not, and do the work. */
final class Api {
  private final Routes routes;
  private final RequestValidation validation;
  private final Keys keys;
  private final RateLimits limits;
  private final Execution execution;
  private final Faults faults;
  private final Queue<ReceivedRequest> received = new ConcurrentLinkedQueue<>();

  Api(Spec spec, Keys keys, RateLimits limits, Execution execution, Faults faults) {
    this.routes = new Routes(spec.operations());
    this.validation = spec.validation();
    this.keys = keys;
    this.limits = limits;
    this.execution = execution;
    this.faults = faults;
  }

  List<ReceivedRequest> received() {
    return List.copyOf(received);
  }

  Reply answer(ApiRequest request) {
    Optional<Operation> operation = routes.find(request);
    received.add(new ReceivedRequest(request, operation.map(Operation::id).orElse(null)));
    return operation
        .map(found -> limits.within(request, () -> reply(found, request)))
        .orElseGet(() -> routes.notFound(request));
  }

  private Reply reply(Operation operation, ApiRequest request) {
    return faults.inject(operation.id(), pause -> work(operation, request, pause));
  }

  private Answer work(Operation operation, ApiRequest request, Runnable pause) {
    try {
      String owner = operation.needsCredentials() ? keys.require(operation, request) : "";
      validation.check(request);
      return execution.of(operation, request, owner, pause);
    } catch (Refusal refused) {
      return refused.answer();
    }
  }
}
