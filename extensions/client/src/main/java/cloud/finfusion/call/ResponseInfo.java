package cloud.finfusion.call;

import cloud.finfusion.runtime.SafeText;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The last answer of a call, without its body.
 *
 * @param status the HTTP status
 * @param requestId the server's name for the request; null if it gave none
 * @param headers the headers, names in lower case
 * @param attempts how often the call was sent
 */
public record ResponseInfo(
    int status, @Nullable String requestId, Map<String, List<String>> headers, int attempts) {

  /** Takes a request id as a name: at most 64 characters, none that could forge a line. */
  public ResponseInfo {
    requestId = requestId == null ? null : SafeText.name(requestId);
  }

  /**
   * Returns whether this is the stored answer to an earlier request with the same idempotency key,
   * as the server says (assumed header {@code Idempotent-Replayed}).
   */
  public boolean replayed() {
    return headers.getOrDefault("idempotent-replayed", List.of()).contains("true");
  }

  /** Only what is safe to show. */
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
