package cloud.finfusion.sandbox.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Ends a request with an error response: a status and the error envelope that gives the reason. */
public final class ApiError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ApiResponse response;

  public ApiError(int status, ErrorCode code, String message, List<FieldError> details) {
    super(message, null, false, false);
    this.response = ApiResponse.json(status, envelope(code, message, details));
  }

  public ApiError(int status, String message) {
    this(status, ErrorCode.of(status), message, List.of());
  }

  public static ApiError invalidBody(List<FieldError> details) {
    return new ApiError(400, ErrorCode.VAL001, ErrorCode.VAL001.message, details);
  }

  public static ApiError invalidParameter(List<FieldError> details) {
    return new ApiError(400, ErrorCode.VAL002, ErrorCode.VAL002.message, details);
  }

  /**
   * Throws a 400 when the resource is in none of these statuses. A 409 would be wrong: on a write
   * with an idempotency key it means "in progress", and a client would send the request again.
   */
  public static void requireStatus(JsonNode resource, Set<String> allowed) {
    String status = resource.path("status").asText();
    if (!allowed.contains(status)) {
      String names = allowed.stream().sorted().collect(Collectors.joining(" or "));
      throw invalidBody(
          List.of(new FieldError("status", "must be " + names + ", and is " + status)));
    }
  }

  public ApiResponse response() {
    return response;
  }

  private static ObjectNode envelope(ErrorCode code, String message, List<FieldError> details) {
    ObjectNode envelope = Json.object();
    ObjectNode error = envelope.putObject("error").put("code", code.name()).put("message", message);
    if (!details.isEmpty()) {
      ArrayNode array = error.putArray("details");
      details.forEach(detail -> array.add(detail.toJson()));
    }
    return envelope;
  }
}
