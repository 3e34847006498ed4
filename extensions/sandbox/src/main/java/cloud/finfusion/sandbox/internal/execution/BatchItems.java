package cloud.finfusion.sandbox.internal.execution;

import cloud.finfusion.sandbox.internal.http.ApiError;
import cloud.finfusion.sandbox.internal.http.ApiRequest;
import cloud.finfusion.sandbox.internal.http.ApiResponse;
import cloud.finfusion.sandbox.internal.http.Json;
import cloud.finfusion.sandbox.internal.http.RequestFields;
import cloud.finfusion.sandbox.internal.spec.Batch;
import cloud.finfusion.sandbox.internal.spec.Operation;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * The items of a batch. Each is executed as a request of its own; the {@code idempotency_key} among
 * its fields becomes that request's header.
 */
record BatchItems(Batch names, Operation single, ApiRequest request) {
  private static final String KEY = "idempotency_key";

  /** One result for each item, in the order of the items. */
  ApiResponse handle(Operation operation, Function<ApiRequest, ApiResponse> work) {
    ObjectNode body = Json.object();
    ArrayNode results = body.putArray(names.results());
    for (JsonNode item : RequestFields.of(request).path(names.items())) {
      results.add(result(results.size(), execute(work, singleRequest(item))));
    }
    return ApiResponse.json(operation.successStatus(), body);
  }

  private static ApiResponse execute(Function<ApiRequest, ApiResponse> work, ApiRequest item) {
    try {
      return work.apply(item);
    } catch (ApiError error) {
      return error.response();
    }
  }

  private ObjectNode result(int index, ApiResponse response) {
    ObjectNode result = Json.object().put("index", index).put("status", response.status());
    JsonNode body = response.json();
    return response.status() < 300
        ? result.set(names.resource(), body)
        : result.set(names.error(), body.path("error"));
  }

  private ApiRequest singleRequest(JsonNode item) {
    ObjectNode fields = item.deepCopy();
    JsonNode key = fields.path(KEY);
    Map<String, List<String>> headers = new HashMap<>(request.headers());
    headers.remove(ApiRequest.IDEMPOTENCY_KEY.toLowerCase(Locale.ROOT));
    if (key.isTextual()) {
      headers.put(ApiRequest.IDEMPOTENCY_KEY.toLowerCase(Locale.ROOT), List.of(key.asText()));
    }
    String body = Json.write(fields.without(KEY));
    String path = single.path().toString();
    return new ApiRequest(single.method(), path, "", Map.of(), headers, body);
  }
}
