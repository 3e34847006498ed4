package cloud.finfusion.sandbox.internal.handlers;

import cloud.finfusion.sandbox.internal.files.FileStore;
import cloud.finfusion.sandbox.internal.files.ReceivedFile;
import cloud.finfusion.sandbox.internal.http.ApiRequest;
import cloud.finfusion.sandbox.internal.http.ApiResponse;
import cloud.finfusion.sandbox.internal.spec.Operation;
import cloud.finfusion.sandbox.internal.store.Store;
import java.util.Map;
import java.util.Optional;

/**
 * Responds with the file that was sent for the resource that the path names; for a resource without
 * one with a line of text in the media type of the operation.
 */
final class FileHandler implements OperationHandler {
  private final Store store;
  private final FileStore files;

  FileHandler(Store store, FileStore files) {
    this.store = store;
    this.files = files;
  }

  @Override
  public ApiResponse handle(Operation operation, ApiRequest request) {
    if (operation.path().placeholders() == 0) {
      return sample(operation);
    }
    String id = operation.path().lastValue(request.path());
    Optional<ReceivedFile> file = files.find(id);
    if (file.isPresent()) {
      return ApiResponse.file(operation.successStatus(), file.get());
    }
    store.require(operation.family(), id);
    return sample(operation);
  }

  private static ApiResponse sample(Operation operation) {
    Map<String, String> type = Map.of("Content-Type", operation.fileType());
    return new ApiResponse(
        operation.successStatus(), type, "A file of " + operation.name() + ".\n");
  }
}
