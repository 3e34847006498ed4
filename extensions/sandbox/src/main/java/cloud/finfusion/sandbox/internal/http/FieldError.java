package cloud.finfusion.sandbox.internal.http;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An error of one field of a request.
 *
 * @param field a dotted path such as {@code amount.value}; empty for the body as a whole
 */
public record FieldError(String field, String message) {
  ObjectNode toJson() {
    ObjectNode json = Json.object();
    if (!field.isEmpty()) {
      json.put("field", field);
    }
    return json.put("message", message);
  }
}
