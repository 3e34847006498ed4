package cloud.finfusion.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Makes a resource of what the request gave, and stores it. */
final class CreateBehaviour implements Behaviour {
  private final Store store;
  private final ResourceFactory factory;

  CreateBehaviour(Store store, ResourceFactory factory) {
    this.store = store;
    this.factory = factory;
  }

  @Override
  public Answer answer(Operation operation, ApiRequest request) {
    Schema schema = operation.answerSchema();
    ObjectNode resource = factory.create(schema, RequestFields.of(request));
    if (resource.has("id")) {
      store.add(operation.family(), resource);
    }
    return Answer.json(operation.successStatus(), factory.withSecrets(schema, resource));
  }
}
