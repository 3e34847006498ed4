package cloud.finfusion.sandbox.internal.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** A complete HTTP response. */
public record ApiResponse(int status, Map<String, String> headers, String body)
    implements ResponseWriter {
  /** One map for all responses, many of which are kept. */
  private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

  public ApiResponse {
    headers = Map.copyOf(headers);
  }

  public static ApiResponse json(int status, JsonNode body) {
    return new ApiResponse(status, JSON, Json.write(body));
  }

  /** The body, which the sandbox wrote itself. */
  public JsonNode json() {
    try {
      return Json.read(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A body that the sandbox wrote cannot be read", e);
    }
  }

  public static ApiResponse empty(int status) {
    return new ApiResponse(status, Map.of(), "");
  }

  public ApiResponse with(Map<String, String> more) {
    Map<String, String> all = new HashMap<>(headers);
    all.putAll(more);
    return new ApiResponse(status, all, body);
  }

  public byte[] bytes() {
    return body.getBytes(StandardCharsets.UTF_8);
  }

  /** Sets status and headers without sending them. */
  public void prepare(Response target) {
    target.setStatus(status);
    headers.forEach(target.getHeaders()::put);
  }

  @Override
  public void send(Response target, Callback callback) {
    prepare(target);
    target.write(true, ByteBuffer.wrap(bytes()), callback);
  }

  /** Leaves out the body, which may hold a secret that is shown only once. */
  @Override
  public String toString() {
    return "Response " + status;
  }
}
