package cloud.finfusion.sandbox;

import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Does what a request asks for: once for each idempotency key, and one request at a time, since
 * what a behaviour reads and writes belongs together.
 */
final class Execution {
  private final List<Operation> operations;
  private final OperationHandlers behaviours;
  private final Idempotency idempotency;

  Execution(List<Operation> operations, OperationHandlers behaviours, InstantSource clock) {
    this.operations = operations;
    this.behaviours = behaviours;
    this.idempotency = new Idempotency(clock);
  }

  ApiResponse of(Operation operation, ApiRequest request, String owner, Runnable pause) {
    @Nullable String key = operation.takesIdempotencyKey() ? request.idempotencyKey() : null;
    if (key == null) {
      pause.run();
      return perform(operation, request, owner);
    }
    return idempotency.once(
        new Idempotency.Scope(owner, key),
        Fingerprint.of(request),
        pause,
        () -> perform(operation, request, owner));
  }

  private ApiResponse perform(Operation operation, ApiRequest request, String owner) {
    return operation
        .batch()
        .map(names -> new BatchItems(names, single(operation), request))
        .map(items -> items.answer(operation, item -> item(operation, item, owner)))
        .orElseGet(() -> alone(operation, request));
  }

  private ApiResponse item(Operation batch, ApiRequest item, String owner) {
    return of(single(batch), item, owner, () -> {});
  }

  private ApiResponse alone(Operation operation, ApiRequest request) {
    return alone(() -> behaviours.of(operation).answer(operation, request));
  }

  /** Does it while nothing else reads or writes resources. */
  synchronized <T> T alone(Supplier<T> work) {
    return work.get();
  }

  /** What makes one of what the batch makes many of. */
  private Operation single(Operation batch) {
    return operations.stream()
        .filter(each -> each.family().equals(batch.family()) && each.method().equals("POST"))
        .filter(each -> each.batch().isEmpty() && each.path().placeholders() == 0)
        .findFirst()
        .orElseThrow(
            () ->
                new ApiError(501, "The sandbox knows nothing to do for an item of " + batch.id()));
  }
}
