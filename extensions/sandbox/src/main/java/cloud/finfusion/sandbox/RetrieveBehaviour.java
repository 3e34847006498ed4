package cloud.finfusion.sandbox;

/** Answers with the stored resource that the path names. */
final class RetrieveBehaviour implements Behaviour {
  private final Store store;

  RetrieveBehaviour(Store store) {
    this.store = store;
  }

  @Override
  public Answer answer(Operation operation, ApiRequest request) {
    String id = operation.path().lastValue(request.path());
    return Answer.json(operation.successStatus(), store.require(operation.family(), id));
  }
}
