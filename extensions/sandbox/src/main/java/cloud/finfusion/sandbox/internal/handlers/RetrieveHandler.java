package cloud.finfusion.sandbox.internal.handlers;

import cloud.finfusion.sandbox.internal.http.ApiRequest;
import cloud.finfusion.sandbox.internal.http.ApiResponse;
import cloud.finfusion.sandbox.internal.spec.Operation;
import cloud.finfusion.sandbox.internal.store.Store;

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
