package cloud.finfusion.servlet;

import cloud.finfusion.webhook.WebhookHandler;
import cloud.finfusion.webhook.WebhookResponse;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Receives webhooks in a servlet container: {@code addServlet("finfusion", new
 * WebhookServlet(handler)).addMapping("/webhooks")}. Accepts POST; the container responds 405 to
 * other methods.
 *
 * <p>The servlet reads the body once, and no further than the handler allows. No filter before it
 * may read the body, as one that parses or logs bodies does. Spring MVC: register the servlet
 * beside the dispatcher, or call {@link #service(jakarta.servlet.ServletRequest,
 * jakarta.servlet.ServletResponse)} from a controller method that takes request and response and no
 * body. Thread-safe.
 */
public final class WebhookServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient WebhookHandler handler;

  /** Receives webhooks for a handler. */
  public WebhookServlet(WebhookHandler handler) {
    this.handler = handler;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    byte[] body = request.getInputStream().readNBytes(handler.maxBodyBytes() + 1);
    WebhookResponse result = handler.handle(body, headers(request));
    byte[] bytes = result.body().getBytes(StandardCharsets.UTF_8);
    response.setStatus(result.status());
    response.setContentType(result.contentType());
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }

  private static Map<String, List<String>> headers(HttpServletRequest request) {
    return Collections.list(request.getHeaderNames()).stream()
        .collect(
            Collectors.toMap(
                Function.identity(),
                name -> Collections.list(request.getHeaders(name)),
                (one, same) -> one));
  }
}
