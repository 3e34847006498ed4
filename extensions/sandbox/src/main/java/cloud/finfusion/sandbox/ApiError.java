package cloud.finfusion.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A request is refused; carries the error envelope that says why. */
final class ApiError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ApiResponse answer;

  ApiError(int status, ErrorCode code, String message, List<FieldError> details) {
    super(message, null, false, false);
    this.answer = ApiResponse.json(status, envelope(code, message, details));
  }

  ApiError(int status, String message) {
    this(status, ErrorCode.of(status), message, List.of());
  }

  static ApiError invalidBody(List<FieldError> details) {
    return new ApiError(400, ErrorCode.VAL001, ErrorCode.VAL001.message, details);
  }

  static ApiError invalidParameter(List<FieldError> details) {
    return new ApiError(400, ErrorCode.VAL002, ErrorCode.VAL002.message, details);
  }

  /**
   * Refuses what a resource's status does not allow. Not with 409: on a write with a key that means
   * "in progress", and a client would send it again.
   */
  static void requireStatus(JsonNode resource, Set<String> allowed) {
    String status = resource.path("status").asText();
    if (!allowed.contains(status)) {
      String names = allowed.stream().sorted().collect(Collectors.joining(" or "));
      throw invalidBody(
          List.of(new FieldError("status", "must be " + names + ", and is " + status)));
    }
  }

  ApiResponse answer() {
    return answer;
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
