package cloud.finfusion.sandbox.internal.execution;

import cloud.finfusion.sandbox.internal.cards.CardChecks;
import cloud.finfusion.sandbox.internal.compact.Hash;
import cloud.finfusion.sandbox.internal.handlers.OperationHandlers;
import cloud.finfusion.sandbox.internal.http.ApiError;
import cloud.finfusion.sandbox.internal.http.ApiRequest;
import cloud.finfusion.sandbox.internal.http.ApiResponse;
import cloud.finfusion.sandbox.internal.http.IdSource;
import cloud.finfusion.sandbox.internal.http.RequestFields;
import cloud.finfusion.sandbox.internal.spec.Operation;
import cloud.finfusion.sandbox.internal.store.SandboxContext;
import cloud.finfusion.sandbox.internal.time.Schedule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Executes requests: once for each idempotency key, and one request at a time, because a handler
 * reads and writes several resources that must stay consistent.
 */
public final class Execution {
  private final List<Operation> operations;
  private final OperationHandlers handlers;
  private final Schedule schedule;
  private final CardChecks cards;
  private final FieldChecks fields;
  private final Idempotency idempotency;
  private final IdSource ids;

  public Execution(SandboxContext context, OperationHandlers handlers, IdSource ids) {
    this.operations = context.spec().operations();
    this.handlers = handlers;
    this.schedule = context.schedule();
    this.cards = new CardChecks(context.clock());
    this.fields = new FieldChecks(context.clock());
    this.idempotency = new Idempotency(context.clock(), context.packer());
    this.ids = ids;
  }

  public ApiResponse execute(
      Operation operation, ApiRequest request, String owner, Runnable pause) {
    @Nullable String key = operation.takesIdempotencyKey() ? request.idempotencyKey() : null;
    if (key == null) {
      pause.run();
      return perform(operation, request, owner);
    }
    return idempotency.once(
        new Idempotency.Scope(owner, key),
        fingerprint(request),
        pause,
        () -> perform(operation, request, owner));
  }

  /** Equal for equal requests, and keeps nothing of what they contain. */
  private static long fingerprint(ApiRequest request) {
    return Hash.of(request.method() + "\n" + request.path() + "\n" + request.body());
  }

  private ApiResponse perform(Operation operation, ApiRequest request, String owner) {
    return operation
        .batch()
        .map(names -> new BatchItems(names, single(operation), request))
        .map(items -> items.handle(operation, item -> executeItem(operation, item, owner)))
        .orElseGet(() -> handle(operation, request));
  }

  private ApiResponse executeItem(Operation batch, ApiRequest item, String owner) {
    return execute(single(batch), item, owner, () -> {});
  }

  private ApiResponse handle(Operation operation, ApiRequest request) {
    ObjectNode given = RequestFields.of(request);
    cards.check(given);
    fields.check(given);
    return exclusively(() -> handlers.of(operation).handle(operation, request));
  }

  /** Runs work while nothing else reads or writes resources, after what is due by then. */
  public <T> T exclusively(Supplier<T> work) {
    return schedule.exclusively(() -> ids.within(work));
  }

  /** The operation that creates one of the resources that the batch creates many of. */
  private Operation single(Operation batch) {
    return operations.stream()
        .filter(each -> each.family().equals(batch.family()) && each.method().equals("POST"))
        .filter(each -> each.batch().isEmpty() && each.path().placeholders() == 0)
        .findFirst()
        .orElseThrow(
            () ->
                new ApiError(
                    501,
                    "The sandbox has no operation for a single item of " + batch.name() + "."));
  }
}
