package cloud.finfusion.sandbox.internal.spec;

import cloud.finfusion.sandbox.internal.http.FieldError;
import cloud.finfusion.sandbox.internal.http.Json;
import cloud.finfusion.sandbox.internal.schema.Direction;
import cloud.finfusion.sandbox.internal.schema.FieldErrors;
import cloud.finfusion.sandbox.internal.schema.Location;
import cloud.finfusion.sandbox.internal.schema.SchemaCheck;
import cloud.finfusion.sandbox.internal.schema.Schemas;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Validates responses against the specification: their status, and the body by its schema. */
public final class ResponseValidation {
  private final Schemas schemas;
  private final Map<String, SchemaCheck> bodies = new ConcurrentHashMap<>();

  ResponseValidation(JsonNode document) {
    this.schemas = new Schemas(document, Direction.RESPONSE);
  }

  /** What is wrong with a response; empty if it is as the specification says. */
  public List<FieldError> errors(Operation operation, int status, String body) {
    FieldErrors errors = new FieldErrors();
    JsonNode response = operation.response(status);
    if (response.isMissingNode()) {
      errors.add(Location.ROOT, "The specification has no response of status " + status + ".");
    } else if (response.path("content").isEmpty() != body.isEmpty()) {
      errors.add(Location.ROOT, "There is a body if and only if the specification has one.");
    } else if (!body.isEmpty() && response.path("content").has("application/json")) {
      check(operation, status, response, body, errors);
    }
    return errors.list();
  }

  private void check(
      Operation operation, int status, JsonNode response, String body, FieldErrors errors) {
    JsonNode schema = response.path("content").path("application/json").path("schema");
    try {
      bodies
          .computeIfAbsent(operation.id() + " " + status, any -> schemas.compile(schema))
          .check(Json.read(body), Location.ROOT, errors);
    } catch (JsonProcessingException e) {
      errors.add(Location.ROOT, "The body is not valid JSON, or has a key twice.");
    }
  }
}
