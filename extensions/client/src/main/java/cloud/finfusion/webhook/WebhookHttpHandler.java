package cloud.finfusion.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Webhooks on the JDK's own HTTP server, {@code server.createContext("/webhooks", new
 * WebhookHttpHandler(handler))}. Reads no more of a body than is allowed and one byte. For servlets
 * and Spring there is the artifact {@code finfusion-servlet}. Thread-safe.
 */
public final class WebhookHttpHandler implements HttpHandler {
  private final WebhookHandler handler;

  /** Webhooks for a handler. */
  public WebhookHttpHandler(WebhookHandler handler) {
    this.handler = handler;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readNBytes(handler.maxBodyBytes() + 1);
      WebhookAnswer answer = handler.handle(body, exchange.getRequestHeaders());
      byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", answer.contentType());
      exchange.sendResponseHeaders(answer.status(), bytes.length);
      exchange.getResponseBody().write(bytes);
      exchange.getResponseBody().flush(); // closing may first read on what is left of the body
    }
  }
}
