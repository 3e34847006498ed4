package cloud.finfusion.error;

import cloud.finfusion.model.ErrorDetail;
import cloud.finfusion.runtime.SafeText;
import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A response that is an error.
 *
 * @param status the HTTP status
 * @param code the code of the API, as {@code VAL001}, or of OAuth, as {@code invalid_grant}; null
 *     if the response has none
 * @param message the server's own sentence, which may quote what was sent and is therefore in no
 *     exception's message; null if the response has none
 * @param details what was wrong with which field; empty if the response has none
 * @param headers the headers, names in lower case
 * @param retryAfter how long the server asks to wait; null if it does not
 */
public record ErrorResponse(
    int status,
    @Nullable String code,
    @Nullable String message,
    List<ErrorDetail> details,
    Map<String, List<String>> headers,
    @Nullable Duration retryAfter)
    implements Serializable {

  /** Copies the collections. */
  public ErrorResponse {
    details = List.copyOf(details);
    headers = Map.copyOf(headers);
  }

  /**
   * Replaces this value when an exception is serialized: headers and the server's sentence are left
   * out.
   */
  private Object writeReplace() {
    return new Stored(status, code, new ArrayList<>(List.of(fields().split(", "))), retryAfter);
  }

  private record Stored(
      int status, @Nullable String code, List<String> fields, @Nullable Duration retryAfter)
      implements Serializable {
    private Object readResolve() {
      List<ErrorDetail> details =
          fields.stream()
              .filter(field -> !field.isEmpty())
              .map(field -> ErrorDetail.builder().field(field).build())
              .toList();
      return new ErrorResponse(status, code, null, details, Map.of(), retryAfter);
    }
  }

  /** Status and code, as {@code 400 VAL001}. */
  String label() {
    return code == null ? String.valueOf(status) : status + " " + code;
  }

  /** The names of the refused fields. A name that does not look like one is left out. */
  String fields() {
    return details.stream()
        .map(detail -> detail.field() == null ? "" : detail.field())
        .filter(field -> field.matches("[A-Za-z0-9._:\\[\\]$-]{1,64}"))
        .filter(field -> !SafeText.holdsSecret(field))
        .collect(Collectors.joining(", "));
  }

  /** Shows neither headers nor text of the server. */
  @Override
  public String toString() {
    return "ErrorResponse[" + label() + "]";
  }
}
