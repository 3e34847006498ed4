package cloud.finfusion.sandbox.internal.handlers;

import cloud.finfusion.sandbox.internal.http.ApiRequest;
import cloud.finfusion.sandbox.internal.http.ApiResponse;
import cloud.finfusion.sandbox.internal.http.RequestFields;
import cloud.finfusion.sandbox.internal.spec.Operation;
import cloud.finfusion.sandbox.internal.spec.Schema;
import cloud.finfusion.sandbox.internal.store.ResourceFactory;
import cloud.finfusion.sandbox.internal.store.Store;
import cloud.finfusion.sandbox.internal.webhooks.Events;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Changes the stored resource that the path names: by an update, or by an action on the resource.
 * The fields of the request are set first, then those of {@code x-finfusion-effect}. The response
 * of an action whose name begins with {@code rotate} holds new secrets.
 */
final class ChangeHandler implements OperationHandler {
  private final Store store;
  private final ResourceFactory factory;
  private final Events events;

  ChangeHandler(Store store, ResourceFactory factory, Events events) {
    this.store = store;
    this.factory = factory;
    this.events = events;
  }

  @Override
  public ApiResponse handle(Operation operation, ApiRequest request) {
    Schema schema = operation.responseSchema();
    String id = operation.path().lastValue(request.path());
    ObjectNode before = store.require(operation.family(), id);
    ObjectNode changes = RequestFields.of(request).without("id");
    operation.effect().properties().forEach(e -> changes.set(e.getKey(), e.getValue()));
    ObjectNode after = factory.merge(schema, before, changes);
    store.replace(operation.family(), after);
    events.publish(operation, after);
    boolean rotates = operation.methodName().startsWith("rotate");
    return ApiResponse.json(
        operation.successStatus(), rotates ? factory.withSecrets(schema, after) : after);
  }
}
