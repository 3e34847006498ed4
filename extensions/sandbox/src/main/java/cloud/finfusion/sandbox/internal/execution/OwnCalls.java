package cloud.finfusion.sandbox.internal.execution;

import cloud.finfusion.sandbox.internal.http.ApiError;
import cloud.finfusion.sandbox.internal.http.ApiRequest;
import cloud.finfusion.sandbox.internal.http.ApiResponse;
import cloud.finfusion.sandbox.internal.http.Json;
import cloud.finfusion.sandbox.internal.spec.Operation;
import cloud.finfusion.sandbox.internal.spec.Router;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * Executes operations for the sandbox itself: without a credential, a rate limit or a fault, and
 * without being recorded as received.
 */
public final class OwnCalls {
  private static final String OWNER = "sandbox";

  private final Router router;
  private final Execution execution;

  public OwnCalls(List<Operation> operations, Execution execution) {
    this.router = new Router(operations);
    this.execution = execution;
  }

  /** The resource of the response; an {@link IllegalArgumentException} if there is none. */
  public JsonNode post(String path, JsonNode body) {
    ApiRequest request = new ApiRequest("POST", path, "", Map.of(), Map.of(), Json.write(body));
    Operation operation =
        router
            .find(request)
            .orElseThrow(() -> new IllegalArgumentException("The specification has no " + request));
    ApiResponse response = execute(operation, request);
    if (response.status() >= 300) {
      throw new IllegalArgumentException(request + " is not possible: " + response.body());
    }
    return response.json();
  }

  private ApiResponse execute(Operation operation, ApiRequest request) {
    try {
      return execution.execute(operation, request, OWNER, () -> {});
    } catch (ApiError error) {
      return error.response();
    }
  }
}
