package cloud.finfusion.error;

import cloud.finfusion.model.ErrorDetail;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The server responded with an error. Subclasses stand for the statuses that callers handle
 * differently; this class itself stands for the rest.
 */
public class ApiException extends FinFusionException {
  private static final long serialVersionUID = 1L;

  private final ErrorResponse response;

  /** An error whose status has no class of its own. The message ends with the advice. */
  public ApiException(CallFacts facts, ErrorResponse response, String advice) {
    super(facts, "the server responded with " + response.label() + "; " + advice, null);
    this.response = response;
  }

  /** Returns the HTTP status. */
  public int status() {
    return response.status();
  }

  /**
   * Returns the code of the API, as {@code VAL001}, or of OAuth, as {@code invalid_grant}; null if
   * the response has none.
   */
  public @Nullable String code() {
    return response.code();
  }

  /** Returns the server's own sentence, which may quote what was sent; null if there is none. */
  public @Nullable String serverMessage() {
    return response.message();
  }

  /** Returns what was wrong with which field; empty if the server did not say. */
  public List<ErrorDetail> details() {
    return response.details();
  }

  /** Returns how long the server asks to wait; null if it does not. */
  @Override
  public @Nullable Duration retryAfter() {
    return response.retryAfter();
  }

  /** Returns the response's headers, names in lower case. */
  public Map<String, List<String>> headers() {
    return response.headers();
  }

  /** Returns the response in one value. */
  ErrorResponse response() {
    return response;
  }
}
