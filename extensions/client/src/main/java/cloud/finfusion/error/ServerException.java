package cloud.finfusion.error;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** 5xx: the server failed or is unavailable. Documented by the vendor as APIError. */
public class ServerException extends ApiException {
  private static final long serialVersionUID = 1L;

  /** A response of this kind. */
  public ServerException(CallFacts facts, ErrorResponse response) {
    super(facts, response, advice(facts, response.retryAfter()));
  }

  /** Never says "try again" of a write that may have been done and has no key. */
  private static String advice(CallFacts facts, @Nullable Duration retryAfter) {
    String reason = "it failed or is unavailable";
    return facts.outcome() == Outcome.UNKNOWN && !facts.retryable()
        ? reason + "."
        : Waits.advice(reason, retryAfter);
  }
}
