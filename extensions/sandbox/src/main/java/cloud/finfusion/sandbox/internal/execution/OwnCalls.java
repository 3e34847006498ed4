package cloud.finfusion.sandbox.internal.execution;

import cloud.finfusion.sandbox.internal.http.ApiError;
import cloud.finfusion.sandbox.internal.http.ApiRequest;
import cloud.finfusion.sandbox.internal.http.ApiResponse;
import cloud.finfusion.sandbox.internal.http.Json;
import cloud.finfusion.sandbox.internal.spec.Operation;
import cloud.finfusion.sandbox.internal.spec.Router;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
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
    return send("POST", path, body);
  }

  /** As {@link #post}, with another method. */
  public JsonNode send(String method, String path, JsonNode body) {
    ApiRequest request = request(method, path, body);
    ApiResponse response = response(request);
    if (response.status() >= 300) {
      throw new IllegalArgumentException(request + " is not possible: " + response.body());
    }
    return response.json();
  }

  /** Posts what is to be declined, and ignores the response. */
  public void postDeclined(String path, JsonNode body) {
    ApiResponse unused = response(request("POST", path, body));
  }

  /** The resource that was created last, of those that the path lists. */
  public JsonNode newest(String path) {
    return send("GET", path, MissingNode.getInstance()).path("data").path(0);
  }

  private static ApiRequest request(String method, String path, JsonNode body) {
    String text = body.isMissingNode() ? "" : Json.write(body);
    return new ApiRequest(method, path, "", Map.of(), Map.of(), text);
  }

  private ApiResponse response(ApiRequest request) {
    Operation operation =
        router
            .find(request)
            .orElseThrow(() -> new IllegalArgumentException("The specification has no " + request));
    return execute(operation, request);
  }

  private ApiResponse execute(Operation operation, ApiRequest request) {
    try {
      return execution.execute(operation, request, OWNER, () -> {});
    } catch (ApiError error) {
      return error.response();
    }
  }
}
