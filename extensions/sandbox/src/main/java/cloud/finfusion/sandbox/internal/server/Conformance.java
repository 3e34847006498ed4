package cloud.finfusion.sandbox.internal.server;

import cloud.finfusion.sandbox.internal.http.ApiRequest;
import cloud.finfusion.sandbox.internal.http.ApiResponse;
import cloud.finfusion.sandbox.internal.http.RequestFields;
import cloud.finfusion.sandbox.internal.spec.Operation;
import cloud.finfusion.sandbox.internal.spec.ResponseValidation;
import cloud.finfusion.sandbox.internal.spec.Schema;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/**
 * Compares what is sent in both directions with the specification, where the system property says
 * so: in the tests of the SDK, of which a sandbox then fails at its close. What a fault did to a
 * response comes later, and is not compared. Messages have the names of fields, and no values.
 */
public final class Conformance {
  private static final boolean ON = Boolean.getBoolean("finfusion.sandbox.conformance");

  private final ResponseValidation responses;
  private final Queue<String> violations = new ConcurrentLinkedQueue<>();

  Conformance(ResponseValidation responses) {
    this.responses = responses;
  }

  ApiResponse checked(Operation operation, ApiRequest request, ApiResponse response) {
    if (ON && response.file() == null) {
      check(operation, request, response);
    }
    return response;
  }

  void check(Operation operation, ApiRequest request, ApiResponse response) {
    responses
        .errors(operation, response.status(), response.body())
        .forEach(error -> violations.add(response.status() + " to " + request + ": " + error));
    if (response.status() < 300) {
      unknown(operation.requestSchema(), RequestFields.of(request), "")
          .forEach(field -> violations.add(request + ": unknown field " + field));
    }
  }

  /** Throws if something did not conform. */
  public void require() {
    if (!violations.isEmpty()) {
      throw new IllegalStateException(
          "What was sent differs from the specification: " + String.join("; ", violations));
    }
  }

  /** The fields that a schema with properties does not have; a request may hold them unpunished. */
  private static Stream<String> unknown(Schema declared, JsonNode value, String place) {
    Schema schema = declared.memberFor(value);
    Map<String, Schema> known = schema.properties();
    if (known.isEmpty() && !schema.isArray()) {
      return Stream.empty();
    }
    return value.isArray()
        ? value.valueStream().flatMap(item -> unknown(schema.items(), item, place + "[]"))
        : value.properties().stream()
            .flatMap(
                each ->
                    unknown(known, each.getKey(), each.getValue(), place + "." + each.getKey()));
  }

  private static Stream<String> unknown(
      Map<String, Schema> known, String name, JsonNode value, String place) {
    return known.containsKey(name) ? unknown(known.get(name), value, place) : Stream.of(place);
  }
}
