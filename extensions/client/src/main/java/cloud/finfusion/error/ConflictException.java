package cloud.finfusion.error;

/**
 * 409: the request contradicts the state of the resource, or a request with the same idempotency
 * key is still running.
 */
public class ConflictException extends ApiException {
  private static final long serialVersionUID = 1L;

  /** A response of this kind. */
  public ConflictException(CallFacts facts, ErrorResponse response) {
    super(
        facts,
        response,
        "it contradicts another request or the resource as it is. Retrieve it and decide again.");
  }
}
