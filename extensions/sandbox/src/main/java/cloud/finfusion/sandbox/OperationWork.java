package cloud.finfusion.sandbox;

/** All that the API does about one request: credentials, validation, idempotency, behaviour. */
@FunctionalInterface
interface OperationWork {
  /** Does it; pauses once a claim on the idempotency key is made, as slow work would. */
  ApiResponse run(Runnable pause);

  default ApiResponse run() {
    return run(() -> {});
  }
}
