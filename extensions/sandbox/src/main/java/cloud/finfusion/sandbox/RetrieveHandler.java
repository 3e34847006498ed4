package cloud.finfusion.sandbox;

/** Responds with the stored resource that the path names. */
final class RetrieveHandler implements OperationHandler {
  private final Store store;

  RetrieveHandler(Store store) {
    this.store = store;
  }

  @Override
  public ApiResponse handle(Operation operation, ApiRequest request) {
    String id = operation.path().lastValue(request.path());
    return ApiResponse.json(operation.successStatus(), store.require(operation.family(), id));
  }
}
