package cloud.finfusion.error;

/** 422: the idempotency key was used before for another request. */
public class IdempotencyConflictException extends ApiException {
  private static final long serialVersionUID = 1L;

  /** A response of this kind. */
  public IdempotencyConflictException(CallFacts facts, ErrorResponse response) {
    super(
        facts,
        response,
        "the idempotency key was used for another request. Use a new key for a new"
            + " request, also for another card after a decline.");
  }
}
