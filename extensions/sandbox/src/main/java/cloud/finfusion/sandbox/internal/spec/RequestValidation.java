package cloud.finfusion.sandbox.internal.spec;

import cloud.finfusion.sandbox.internal.http.ApiError;
import cloud.finfusion.sandbox.internal.http.ApiRequest;
import cloud.finfusion.sandbox.internal.schema.Direction;
import cloud.finfusion.sandbox.internal.schema.FieldErrors;
import cloud.finfusion.sandbox.internal.schema.Schemas;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Validates requests against the specification. What an operation takes is read when the operation
 * is first called, and once for all sandboxes that share the specification.
 */
public final class RequestValidation {
  private final Schemas schemas;
  private final Map<String, Checks> operations = new ConcurrentHashMap<>();

  RequestValidation(JsonNode document) {
    this.schemas = new Schemas(document, Direction.REQUEST);
  }

  /** Throws a 400 that names each wrong parameter and field. */
  public void check(Operation operation, ApiRequest request) {
    Checks checks = operations.computeIfAbsent(operation.id(), id -> checksOf(operation));
    FieldErrors ofBody = new FieldErrors();
    checks.body.check(request, ofBody);
    FieldErrors ofParameters = new FieldErrors();
    checks.parameters.check(request, ofParameters);
    if (!ofParameters.isEmpty()) {
      ofParameters.addAll(ofBody);
      throw ApiError.invalidParameter(ofParameters.list());
    }
    if (!ofBody.isEmpty()) {
      throw ApiError.invalidBody(ofBody.list());
    }
  }

  private Checks checksOf(Operation operation) {
    return new Checks(ParameterChecks.of(operation, schemas), BodyCheck.of(operation, schemas));
  }

  private record Checks(ParameterChecks parameters, BodyCheck body) {}
}
