package cloud.finfusion.sandbox.internal.faults;

import cloud.finfusion.sandbox.internal.http.ApiResponse;

/** The work of one request: credentials, validation, idempotency and the operation's handler. */
@FunctionalInterface
public interface OperationWork {
  /** Does the work. The pause runs after the idempotency key is claimed, as slow work would. */
  ApiResponse run(Runnable pause);

  default ApiResponse run() {
    return run(() -> {});
  }
}
