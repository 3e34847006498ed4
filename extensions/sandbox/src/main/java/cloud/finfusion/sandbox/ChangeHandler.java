package cloud.finfusion.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Changes the stored resource that the path names: an update, or an action below its id. It takes
 * the fields of the request, then those of {@code x-finfusion-effect}. An action that is called a
 * rotation answers with fresh secrets.
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
  public ApiResponse answer(Operation operation, ApiRequest request) {
    Schema schema = operation.answerSchema();
    String id = operation.path().lastValue(request.path());
    ObjectNode before = store.require(operation.family(), id);
    ObjectNode changes = RequestFields.of(request).without("id");
    operation.effect().properties().forEach(e -> changes.set(e.getKey(), e.getValue()));
    ObjectNode after = factory.merge(schema, before, changes);
    store.replace(operation.family(), after);
    events.happened(operation, after);
    boolean rotates = operation.verb().startsWith("rotate");
    return ApiResponse.json(
        operation.successStatus(), rotates ? factory.withSecrets(schema, after) : after);
  }
}
