package cloud.finfusion.sandbox.internal.handlers;

import cloud.finfusion.sandbox.internal.files.FileStore;
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
  private static final int NO_CONTENT = 204;

  private final Store store;
  private final ResourceFactory factory;
  private final Events events;
  private final FileStore files;

  ChangeHandler(Store store, ResourceFactory factory, Events events, FileStore files) {
    this.store = store;
    this.factory = factory;
    this.events = events;
    this.files = files;
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
    if (request.file() != null) {
      files.keep(id, request.file());
    }
    events.publish(operation, after);
    if (operation.successStatus() == NO_CONTENT) {
      return ApiResponse.empty(NO_CONTENT);
    }
    boolean rotates = operation.methodName().startsWith("rotate");
    return ApiResponse.json(
        operation.successStatus(), rotates ? factory.withSecrets(schema, after) : after);
  }
}
