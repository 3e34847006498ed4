package cloud.finfusion.sandbox.internal.server;

import cloud.finfusion.sandbox.internal.console.Console;
import cloud.finfusion.sandbox.internal.console.JsonBody;
import cloud.finfusion.sandbox.internal.http.ApiError;
import cloud.finfusion.sandbox.internal.http.ApiRequest;
import cloud.finfusion.sandbox.internal.http.ApiResponse;
import cloud.finfusion.sandbox.internal.http.Json;
import cloud.finfusion.sandbox.internal.http.Loopback;
import cloud.finfusion.sandbox.internal.http.ResponseWriter;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Set;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * The pages of the console, and the paths by which they and programs on this machine control the
 * sandbox, below one that the API does not have. They take no credential: a web page of another
 * site must not reach them, and another machine neither, also where the sandbox accepts requests
 * from other machines.
 */
public final class ControlPaths {
  private static final String ROOT = "/_sandbox/";
  private static final String EVENTS = ROOT + "events";

  /** What a browser says of requests of the console itself, and of an address that was typed. */
  private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

  private final EventTrigger events;
  private final Console console;

  public ControlPaths(EventTrigger events, Console console) {
    this.events = events;
    this.console = console;
  }

  Console console() {
    return console;
  }

  boolean include(Request request) {
    String path = request.getHttpURI().getPath();
    return path.startsWith(ROOT) || console.hasPage(path);
  }

  ResponseWriter handle(Request connection, ApiRequest request) {
    requireOwnMachine(connection);
    if (console.hasPage(request.path())) {
      return console.page(request);
    }
    requireOwnSite(request);
    return request.path().equals(EVENTS) ? event(request) : console.handle(request);
  }

  private ApiResponse event(ApiRequest request) {
    if (!request.method().equals("POST")) {
      return new ApiError(405, "This path has only the method POST.")
          .response()
          .with(Map.of("Allow", "POST"));
    }
    return trigger(JsonBody.of(request));
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

  /** A browser names the page that changes something, and whether a request crosses sites. */
  private static void requireOwnSite(ApiRequest request) {
    @Nullable String origin = request.header("Origin");
    if (origin != null && !origin.equals("http://" + request.header("Host"))) {
      throw otherSite();
    }
    @Nullable String site = request.header("Sec-Fetch-Site");
    if (site != null && !OWN_SITES.contains(site)) {
      throw otherSite();
    }
  }

  private static ApiError otherSite() {
    return new ApiError(403, "Pages of other sites do not control the sandbox.");
  }
}
