package cloud.finfusion.sandbox.internal.server;

import cloud.finfusion.sandbox.internal.auth.Credentials;
import cloud.finfusion.sandbox.internal.auth.RateLimits;
import cloud.finfusion.sandbox.internal.execution.Execution;
import cloud.finfusion.sandbox.internal.faults.FaultQueues;
import cloud.finfusion.sandbox.internal.http.ApiError;
import cloud.finfusion.sandbox.internal.http.ApiRequest;
import cloud.finfusion.sandbox.internal.http.ApiResponse;
import cloud.finfusion.sandbox.internal.http.ErrorCode;
import cloud.finfusion.sandbox.internal.http.ResponseWriter;
import cloud.finfusion.sandbox.internal.spec.Operation;
import cloud.finfusion.sandbox.internal.spec.RequestValidation;
import cloud.finfusion.sandbox.internal.spec.Router;
import cloud.finfusion.sandbox.internal.spec.Spec;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The steps of a request: find its operation, record it, limit, inject a fault, do the work. */
public final class RequestPipeline {
  private static final Logger LOG = LoggerFactory.getLogger(RequestPipeline.class);

  private final Router router;
  private final RequestValidation validation;
  private final Credentials credentials;
  private final RateLimits limits;
  private final Execution execution;
  private final FaultQueues faults;
  private final RequestLog log;
  private final Conformance conformance;

  public RequestPipeline(
      Spec spec,
      Credentials credentials,
      RateLimits limits,
      Execution execution,
      FaultQueues faults,
      RequestLog log) {
    this.router = new Router(spec.operations());
    this.validation = spec.validation();
    this.credentials = credentials;
    this.limits = limits;
    this.execution = execution;
    this.faults = faults;
    this.log = log;
    this.conformance = new Conformance(spec.responses());
  }

  public Conformance conformance() {
    return conformance;
  }

  Optional<Operation> operation(ApiRequest request) {
    return router.find(request);
  }

  ResponseWriter handle(ApiRequest request, Optional<Operation> operation) {
    log.received(request, operation.orElse(null));
    return operation
        .map(found -> limits.limit(request, () -> respond(found, request.withDefaultType())))
        .orElseGet(() -> router.notFound(request));
  }

  private ResponseWriter respond(Operation operation, ApiRequest request) {
    return faults.inject(operation.name(), pause -> work(operation, request, pause));
  }

  private ApiResponse work(Operation operation, ApiRequest request, Runnable pause) {
    try {
      String owner =
          operation.needsCredentials() ? credentials.requireOwner(operation, request) : "";
      validation.check(operation, request);
      return conformance.checked(
          operation, request, execution.execute(operation, request, owner, pause));
    } catch (ApiError error) {
      return conformance.checked(operation, request, error.response());
    } catch (RuntimeException e) {
      LOG.error("{} failed", operation.name(), e);
      return new ApiError(500, ErrorCode.API001.message).response();
    }
  }
}
