package cloud.finfusion.sandbox.internal.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The fields of a validated body, JSON or form. */
public final class RequestFields {
  private RequestFields() {}

  public static ObjectNode of(ApiRequest request) {
    return request.isForm() ? form(request.body()) : json(request.body());
  }

  private static ObjectNode form(String body) {
    ObjectNode fields = Json.object();
    FormDecoder.decode(body).forEach((name, values) -> fields.put(name, values.get(0)));
    return fields;
  }

  private static ObjectNode json(String body) {
    try {
      return !body.isEmpty() && Json.read(body) instanceof ObjectNode fields
          ? fields
          : Json.object();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A body that was validated cannot be read", e);
    }
  }
}
