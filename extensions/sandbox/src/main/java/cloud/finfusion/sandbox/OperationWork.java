package cloud.finfusion.sandbox;

/** The work of one request: credentials, validation, idempotency and the operation's handler. */
@FunctionalInterface
interface OperationWork {
  /** Does the work. The pause runs after the idempotency key is claimed, as slow work would. */
  ApiResponse run(Runnable pause);

  default ApiResponse run() {
    return run(() -> {});
  }
}
