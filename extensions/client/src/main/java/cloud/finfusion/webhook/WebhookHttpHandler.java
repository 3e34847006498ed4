package cloud.finfusion.webhook;

import cloud.finfusion.runtime.InvalidArgumentException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Webhooks on the JDK's own HTTP server, {@code server.createContext("/webhooks", new
 * WebhookHttpHandler(handler))}. Reads at most one byte more of a body than is allowed. For
 * servlets and Spring use the artifact {@code finfusion-servlet}. Thread-safe.
 */
public final class WebhookHttpHandler implements HttpHandler {
  private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);
  private static final Duration ONE_DAY = Duration.ofDays(1);

  private final WebhookHandler handler;
  private final long bodyNanos;

  /** Receives webhooks for a handler. A body has to come within 30 s, a decision of this SDK. */
  public WebhookHttpHandler(WebhookHandler handler) {
    this(handler, HALF_A_MINUTE);
  }

  /**
   * Receives webhooks for a handler.
   *
   * @param bodyTimeout how long a body may take; after that the connection is closed, since a body
   *     that never comes would hold a thread of the server for ever. More than zero, at most one
   *     day
   * @throws InvalidArgumentException if an argument is null or out of bounds
   */
  public WebhookHttpHandler(WebhookHandler handler, Duration bodyTimeout) {
    InvalidArgumentException.unlessPresent("handler", handler);
    InvalidArgumentException.unlessPresent("bodyTimeout", bodyTimeout);
    if (bodyTimeout.isNegative() || bodyTimeout.isZero() || bodyTimeout.compareTo(ONE_DAY) > 0) {
      throw new InvalidArgumentException(
          "bodyTimeout", "expected more than zero and at most one day, got " + bodyTimeout);
    }
    this.handler = handler;
    this.bodyNanos = bodyTimeout.toNanos();
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = body(exchange);
      WebhookResponse response = handler.handle(body, exchange.getRequestHeaders());
      byte[] bytes = response.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", response.contentType());
      exchange.sendResponseHeaders(response.status(), bytes.length);
      exchange.getResponseBody().write(bytes);
      exchange
          .getResponseBody()
          .flush(); // closing the exchange may read the rest of the body first
    }
  }

  /** Closes the exchange when the time is over, which ends a blocked read. */
  private byte[] body(HttpExchange exchange) throws IOException {
    CompletableFuture<Boolean> read = new CompletableFuture<>();
    var unused =
        read.completeOnTimeout(false, bodyNanos, TimeUnit.NANOSECONDS)
            .thenAccept(
                inTime -> {
                  if (!inTime) {
                    exchange.close();
                  }
                });
    try {
      return exchange.getRequestBody().readNBytes(handler.maxBodyBytes() + 1);
    } finally {
      read.complete(true);
    }
  }
}
