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
 * Creates a resource from the fields of the request, and stores it. The ids in the path become
 * fields of the resource, as {@code card_id}.
 */
final class CreateHandler implements OperationHandler {
  private final Store store;
  private final ResourceFactory factory;
  private final Events events;
  private final FileStore files;
  private final ParentResources parentResources;

  CreateHandler(
      Store store,
      ResourceFactory factory,
      Events events,
      FileStore files,
      ParentResources parentResources) {
    this.store = store;
    this.factory = factory;
    this.events = events;
    this.files = files;
    this.parentResources = parentResources;
  }

  @Override
  public ApiResponse handle(Operation operation, ApiRequest request) {
    parentResources.require(operation, request);
    Schema schema = operation.responseSchema();
    ObjectNode fields = RequestFields.of(request);
    operation.path().values(request.path()).forEach(fields::put);
    ObjectNode resource = factory.create(schema, fields);
    if (resource.has("id")) {
      store.add(operation.family(), resource, request.idempotencyKey());
      if (request.file() != null) {
        files.keep(resource.path("id").asText(), request.file());
      }
      events.publish(operation, resource);
    }
    return ApiResponse.json(operation.successStatus(), factory.withSecrets(schema, resource));
  }
}
