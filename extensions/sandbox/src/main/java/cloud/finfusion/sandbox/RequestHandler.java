package cloud.finfusion.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Between Jetty and the API: reads a request whole, and sends the reply. */
final class RequestHandler extends Handler.Abstract {
  private static final Logger LOG = LoggerFactory.getLogger(RequestHandler.class);
  private static final int MAX_BODY = 1024 * 1024;

  private final RequestPipeline api;
  private final String ownName;
  private final boolean remoteAllowed;

  RequestHandler(RequestPipeline api, String ownName, boolean remoteAllowed) {
    this.api = api;
    this.ownName = ownName;
    this.remoteAllowed = remoteAllowed;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws IOException {
    response.getHeaders().put(RequestId.HEADER, RequestId.of(request));
    reply(request).send(response, callback);
    return true;
  }

  private ResponseWriter reply(Request request) throws IOException {
    try {
      requireOwnName(request);
      return api.answer(read(request));
    } catch (ApiError refused) {
      return refused.answer();
    } catch (RuntimeException e) {
      LOG.error("{} failed", request, e);
      return new ApiError(500, ErrorCode.API001.message).answer();
    }
  }

  /**
   * Another name is how a page in a browser on this machine would drive the sandbox: its own name,
   * which its name server points here afterwards.
   */
  private void requireOwnName(Request request) {
    String host = Request.getServerName(request);
    boolean own = host != null && (Loopback.isNamed(host) || host.equalsIgnoreCase(ownName));
    if (!own && !remoteAllowed) {
      throw new ApiError(
          421,
          "The sandbox is asked by another name than localhost; call allowRemote() if it may.");
    }
  }

  private static ApiRequest read(Request request) throws IOException {
    String query = Objects.requireNonNullElse(request.getHttpURI().getQuery(), "");
    return new ApiRequest(
        request.getMethod(),
        request.getHttpURI().getPath(),
        query,
        FormDecoder.decode(query),
        headers(request),
        body(request));
  }

  private static Map<String, List<String>> headers(Request request) {
    return request.getHeaders().stream()
        .collect(
            Collectors.groupingBy(
                field -> field.getName().toLowerCase(Locale.ROOT),
                Collectors.mapping(HttpField::getValue, Collectors.toUnmodifiableList())));
  }

  private static String body(Request request) throws IOException {
    try (InputStream in = Content.Source.asInputStream(request)) {
      byte[] body = in.readNBytes(MAX_BODY + 1);
      if (body.length > MAX_BODY) {
        throw new ApiError(413, "The body is larger than " + MAX_BODY + " bytes.");
      }
      return new String(body, StandardCharsets.UTF_8);
    }
  }
}
