package cloud.finfusion.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Makes a resource of what the request gave, and stores it. Below the id of another, it has that id
 * in the field of the same name.
 */
final class CreateHandler implements OperationHandler {
  private final Store store;
  private final ResourceFactory factory;
  private final Events events;
  private final ParentResources parents;

  CreateHandler(Store store, ResourceFactory factory, Events events, ParentResources parents) {
    this.store = store;
    this.factory = factory;
    this.events = events;
    this.parents = parents;
  }

  @Override
  public ApiResponse answer(Operation operation, ApiRequest request) {
    parents.require(operation, request);
    Schema schema = operation.answerSchema();
    ObjectNode given = RequestFields.of(request);
    operation.path().values(request.path()).forEach(given::put);
    ObjectNode resource = factory.create(schema, given);
    if (resource.has("id")) {
      store.add(operation.family(), resource, request.idempotencyKey());
      events.happened(operation, resource);
    }
    return ApiResponse.json(operation.successStatus(), factory.withSecrets(schema, resource));
  }
}
