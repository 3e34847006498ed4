package cloud.finfusion.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** A complete HTTP answer. */
record ApiResponse(int status, Map<String, String> headers, String body) implements ResponseWriter {
  ApiResponse {
    headers = Map.copyOf(headers);
  }

  static ApiResponse json(int status, JsonNode body) {
    return new ApiResponse(status, Map.of("Content-Type", "application/json"), Json.write(body));
  }

  /** Its body, which is one of ours. */
  JsonNode json() {
    try {
      return Json.read(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An answer of ours cannot be read", e);
    }
  }

  static ApiResponse empty(int status) {
    return new ApiResponse(status, Map.of(), "");
  }

  ApiResponse with(Map<String, String> more) {
    Map<String, String> all = new HashMap<>(headers);
    all.putAll(more);
    return new ApiResponse(status, all, body);
  }

  byte[] bytes() {
    return body.getBytes(StandardCharsets.UTF_8);
  }

  /** Sets status and headers, and sends nothing yet. */
  void prepare(Response response) {
    response.setStatus(status);
    headers.forEach(response.getHeaders()::put);
  }

  @Override
  public void send(Response response, Callback callback) {
    prepare(response);
    response.write(true, ByteBuffer.wrap(bytes()), callback);
  }

  /** Without the body, which may hold a secret that is shown only once. */
  @Override
  public String toString() {
    return "Answer " + status;
  }
}
