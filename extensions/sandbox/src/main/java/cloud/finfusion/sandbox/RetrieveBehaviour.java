package cloud.finfusion.sandbox;

/** Answers with the stored resource that the path names. */
final class RetrieveBehaviour implements Behaviour {
  private final Store store;

  RetrieveBehaviour(Store store) {
    this.store = store;
  }

  @Override
  public Answer answer(Operation operation, ApiRequest request) {
    return operation
        .path()
        .lastValue(request.path())
        .flatMap(id -> store.find(operation.family(), id))
        .map(resource -> Answer.json(operation.successStatus(), resource))
        .orElseThrow(() -> new Refusal(404, ErrorCode.VAL003.message));
  }
}
