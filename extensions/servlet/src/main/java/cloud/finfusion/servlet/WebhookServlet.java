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
 * Webhooks at a path of a servlet container: {@code addServlet("finfusion", new
 * WebhookServlet(handler)).addMapping("/webhooks")}. Answers POST; the container answers 405 to all
 * else.
 *
 * <p>The body is read here, once and no further than the handler allows: nothing before may have
 * read it, no filter that parses or logs bodies. Spring MVC: register it beside the dispatcher, or
 * call {@link #service(jakarta.servlet.ServletRequest, jakarta.servlet.ServletResponse)} from a
 * controller that takes request and response and no body. Thread-safe.
 */
public final class WebhookServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient WebhookHandler handler;

  /** Webhooks for a handler. */
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
