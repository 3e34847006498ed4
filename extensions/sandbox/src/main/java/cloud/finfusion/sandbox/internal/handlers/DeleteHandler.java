package cloud.finfusion.sandbox.internal.handlers;

import cloud.finfusion.sandbox.internal.files.FileStore;
import cloud.finfusion.sandbox.internal.http.ApiRequest;
import cloud.finfusion.sandbox.internal.http.ApiResponse;
import cloud.finfusion.sandbox.internal.spec.Operation;
import cloud.finfusion.sandbox.internal.store.Store;
import cloud.finfusion.sandbox.internal.webhooks.Events;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Deletes the stored resource that the path names, and its file. */
final class DeleteHandler implements OperationHandler {
  private final Store store;
  private final Events events;
  private final FileStore files;

  DeleteHandler(Store store, Events events, FileStore files) {
    this.store = store;
    this.events = events;
    this.files = files;
  }

  @Override
  public ApiResponse handle(Operation operation, ApiRequest request) {
    String id = operation.path().lastValue(request.path());
    ObjectNode resource = store.require(operation.family(), id);
    store.remove(operation.family(), id);
    files.remove(id);
    events.publish(operation, resource);
    return operation.successStatus() == 204
        ? ApiResponse.empty(204)
        : ApiResponse.json(operation.successStatus(), resource);
  }
}
