package cloud.finfusion.sandbox;

import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The journey of a request: route, note, inject a fault or not, and do the work. */
final class Api {
  private final Routes routes;
  private final RequestValidation validation;
  private final Keys keys;
  private final Execution execution;
  private final Faults faults;
  private final Queue<ReceivedRequest> received = new ConcurrentLinkedQueue<>();

  Api(Spec spec, Keys keys, Execution execution, Faults faults) {
    this.routes = new Routes(spec.operations());
    this.validation = spec.validation();
    this.keys = keys;
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
        .map(found -> faults.inject(found.id(), pause -> work(found, request, pause)))
        .orElseGet(() -> routes.notFound(request));
  }

  private Answer work(Operation operation, ApiRequest request, Runnable pause) {
    try {
      String owner = operation.needsCredentials() ? keys.require(request) : "";
      validation.check(request);
      return execution.of(operation, request, owner, pause);
    } catch (Refusal refused) {
      return refused.answer();
    }
  }
}
