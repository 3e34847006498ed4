package cloud.finfusion.call;

import cloud.finfusion.runtime.SafeText;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The last response of a call, without its body.
 *
 * @param status the HTTP status
 * @param requestId the server's id of the request; null if it gave none
 * @param headers the headers, names in lower case
 * @param attempts how often the call was sent
 */
public record ResponseInfo(
    int status, @Nullable String requestId, Map<String, List<String>> headers, int attempts) {

  /** Replaces a request id that does not look like one: it could forge a line of a log. */
  public ResponseInfo {
    requestId = requestId == null ? null : SafeText.name(requestId);
  }

  /**
   * Returns whether the server says that this is the stored response to an earlier request with the
   * same idempotency key (assumed header {@code Idempotent-Replayed}).
   */
  public boolean replayed() {
    return headers.getOrDefault("idempotent-replayed", List.of()).contains("true");
  }

  /** Shows no header, which may hold a secret. */
  @Override
  public String toString() {
    return "ResponseInfo[status="
        + status
        + ", requestId="
        + requestId
        + ", attempts="
        + attempts
        + "]";
  }
}
