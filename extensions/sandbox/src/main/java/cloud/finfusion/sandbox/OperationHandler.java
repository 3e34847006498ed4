package cloud.finfusion.sandbox;

/** Handles the requests of an operation, once they are authenticated and validated. */
@FunctionalInterface
interface OperationHandler {
  ApiResponse handle(Operation operation, ApiRequest request);
}
