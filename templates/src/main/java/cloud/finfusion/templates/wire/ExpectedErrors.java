package cloud.finfusion.templates.wire;

import cloud.finfusion.templates.reference.ErrorRows;
import cloud.finfusion.templates.reference.SpecOperation;
import cloud.finfusion.templates.view.OperationView;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Map;
import java.util.Set;

/** The errors that the specification describes, and the exception that each becomes. */
record ExpectedErrors(SpecOperation spec, OperationView view) {
  /** Statuses of ranges, and for all that are not named. */
  private static final Map<String, String> STANDS_FOR =
      Map.of("4XX", "418", "5XX", "500", "default", "500");

  /** Codes of a request that is still running; with another one a conflict is refused. */
  private static final Set<String> IN_PROGRESS = Set.of("", "VAL001", "RATE002");

  void addTo(ExpectationLines lines) {
    spec.responses()
        .forEach(
            (key, response) -> {
              String status = STANDS_FOR.getOrDefault(key, key);
              boolean named = status.equals(key) || !spec.responses().containsKey(status);
              if (named && status.matches("[45]\\d\\d")) {
                add(lines, status, response);
              }
            });
  }

  private void add(ExpectationLines lines, String status, ApiResponse described) {
    ResponseExample response = ResponseExample.of(spec.openAPI(), described);
    JsonNode body = response.anyJson();
    JsonNode error = body.path("error").isObject() ? body.path("error") : body;
    String code = error.path("code").isValueNode() ? error.path("code").asText() : "";
    if (isDecidedByItsWords(status, body, code)) {
      return;
    }
    lines.addCode(
        "fails",
        status,
        ExpectationLines.literal(response.isJson() ? response.type() : ""),
        ExpectationLines.literal(response.isJson() ? body.toString() : ""),
        ExpectationLines.literal(exception(status, error)),
        code.matches("[A-Za-z0-9._:-]{1,64}") ? ExpectationLines.literal(code) : "null");
  }

  /** Whether the first request with a key still runs. */
  private boolean isDecidedByItsWords(String status, JsonNode body, String code) {
    return status.equals("409")
        && view.idempotent()
        && body.path("error").isObject()
        && !IN_PROGRESS.contains(code);
  }

  private String exception(String status, JsonNode error) {
    boolean ofFields = status.equals("422") && !error.path("details").isEmpty();
    return ofFields ? "ValidationException" : new ErrorRows(spec, view).exception(status);
  }
}
