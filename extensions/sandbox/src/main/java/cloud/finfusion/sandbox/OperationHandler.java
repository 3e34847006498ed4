package cloud.finfusion.sandbox;

/** What an operation does with a request that has been let in. */
@FunctionalInterface
interface OperationHandler {
  ApiResponse answer(Operation operation, ApiRequest request);
}
