package cloud.finfusion.error;

/** 429: too many requests. Documented by the vendor as RateLimitError. */
public class RateLimitException extends ApiException {
  private static final long serialVersionUID = 1L;

  /** A response of this kind. */
  public RateLimitException(CallFacts facts, ErrorResponse response) {
    super(facts, response, Waits.advice("too many requests", response.retryAfter()));
  }
}
