package cloud.finfusion.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The fields of a validated body, JSON or form. */
final class RequestFields {
  private RequestFields() {}

  static JsonNode of(ApiRequest request) {
    return request.isForm() ? form(request.body()) : json(request.body());
  }

  private static JsonNode form(String body) {
    ObjectNode fields = Json.object();
    FormDecoder.decode(body).forEach((name, values) -> fields.put(name, values.get(0)));
    return fields;
  }

  private static JsonNode json(String body) {
    try {
      return body.isEmpty() ? Json.object() : Json.read(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A body that was validated cannot be read", e);
    }
  }
}
