package cloud.finfusion.sandbox.internal.server;

import cloud.finfusion.sandbox.internal.http.ApiError;
import cloud.finfusion.sandbox.internal.http.ApiRequest;
import cloud.finfusion.sandbox.internal.http.ApiResponse;
import cloud.finfusion.sandbox.internal.http.Json;
import cloud.finfusion.sandbox.internal.http.Loopback;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * The paths by which a program on this machine controls the sandbox, below one that the API does
 * not have. They take no credential: a web page of another site must not reach them, and another
 * machine neither, also where the sandbox accepts requests from other machines.
 */
public final class ControlPaths {
  private static final String ROOT = "/_sandbox/";
  private static final String EVENTS = ROOT + "events";

  private final EventTrigger events;

  public ControlPaths(EventTrigger events) {
    this.events = events;
  }

  boolean include(Request request) {
    return request.getHttpURI().getPath().startsWith(ROOT);
  }

  ApiResponse handle(Request connection, ApiRequest request) {
    requireOwnMachine(connection);
    requireOwnSite(request);
    if (!request.path().equals(EVENTS)) {
      throw new ApiError(404, "The sandbox has only the path " + EVENTS + " of its own.");
    }
    if (!request.method().equals("POST")) {
      return new ApiError(405, "This path has only the method POST.")
          .response()
          .with(Map.of("Allow", "POST"));
    }
    return trigger(requireJson(request));
  }

  private ApiResponse trigger(JsonNode fields) {
    try {
      JsonNode resource = fields.path("resource");
      String type = fields.path("type").asText();
      String created = events.trigger(type, resource.isTextual() ? resource.asText() : null);
      return ApiResponse.json(200, Json.object().put("type", type).put("created", created));
    } catch (IllegalArgumentException e) {
      throw new ApiError(400, String.valueOf(e.getMessage()));
    }
  }

  private static void requireOwnMachine(Request request) {
    @Nullable String host = Request.getServerName(request);
    boolean named = host != null && Loopback.isNamed(host);
    boolean near =
        request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress from
            && from.getAddress().isLoopbackAddress();
    if (!named || !near) {
      throw new ApiError(403, "Only this machine controls the sandbox, as localhost.");
    }
  }

  /** A browser names the site of the page that sends a request, unless it only reads. */
  private static void requireOwnSite(ApiRequest request) {
    @Nullable String origin = request.header("Origin");
    if (origin != null && !origin.equals("http://" + request.header("Host"))) {
      throw new ApiError(403, "Pages of other sites do not control the sandbox.");
    }
  }

  /** The media type is required: with it a page of another site must ask first, and is refused. */
  private static JsonNode requireJson(ApiRequest request) {
    @Nullable String type = request.header("Content-Type");
    if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
      throw new ApiError(415, "The body must be JSON, of the media type application/json.");
    }
    try {
      return Json.read(request.body());
    } catch (JsonProcessingException e) {
      throw new ApiError(400, "The body is not valid JSON, or has a key twice.");
    }
  }
}
