package cloud.finfusion.sandbox.internal.handlers;

import cloud.finfusion.sandbox.internal.http.ApiRequest;
import cloud.finfusion.sandbox.internal.http.ApiResponse;
import cloud.finfusion.sandbox.internal.spec.Operation;

/** Handles the requests of an operation, once they are authenticated and validated. */
@FunctionalInterface
public interface OperationHandler {
  ApiResponse handle(Operation operation, ApiRequest request);
}
