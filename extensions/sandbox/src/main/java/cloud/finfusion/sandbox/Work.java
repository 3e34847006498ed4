package cloud.finfusion.sandbox;

/** All that the API does about one request: credentials, validation, idempotency, behaviour. */
@FunctionalInterface
interface Work {
  /** Does it; pauses once a claim on the idempotency key is made, as slow work would. */
  Answer run(Runnable pause);

  default Answer run() {
    return run(() -> {});
  }
}
