package cloud.finfusion.sandbox;

import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The journey of a request: route, note, inject a fault or not, and do the work. */
final class Api {
  private final Routes routes;
  private final RequestValidation validation;
  private final Behaviours behaviours;
  private final Keys keys;
  private final Idempotency idempotency;
  private final Faults faults;
  private final Queue<ReceivedRequest> received = new ConcurrentLinkedQueue<>();

  Api(Spec spec, Behaviours behaviours, Keys keys, Idempotency idempotency, Faults faults) {
    this.routes = new Routes(spec.operations());
    this.validation = spec.validation();
    this.behaviours = behaviours;
    this.keys = keys;
    this.idempotency = idempotency;
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
      String credential = operation.needsCredentials() ? keys.require(request) : "";
      validation.check(request);
      return once(operation, request, credential, pause);
    } catch (Refusal refused) {
      return refused.answer();
    }
  }

  private Answer once(Operation operation, ApiRequest request, String credential, Runnable pause) {
    String key = operation.takesIdempotencyKey() ? request.idempotencyKey() : null;
    if (key == null) {
      pause.run();
      return behaviours.of(operation).answer(operation, request);
    }
    return idempotency.once(
        new Idempotency.Scope(credential, key),
        Fingerprint.of(request),
        pause,
        () -> behaviours.of(operation).answer(operation, request));
  }
}
