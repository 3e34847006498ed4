package cloud.finfusion.servlet;

import cloud.finfusion.webhook.WebhookHandler;
import cloud.finfusion.webhook.WebhookVerifier;
import cloud.finfusion.webhook.Webhooks;
import jakarta.servlet.Servlet;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** A program that receives webhooks in Jetty, and the sender. */
final class Receiver implements AutoCloseable {
  static final int CAP = 100;
  private static final String SECRET = "whsec_CANARY";

  private final List<String> handled = new CopyOnWriteArrayList<>();
  private final AtomicLong failures = new AtomicLong();
  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server);
  private final HttpClient sender = HttpClient.newHttpClient();

  /** Receives what its own sender signs, up to the cap. */
  Receiver(Function<WebhookHandler, Servlet> servlet) throws Exception {
    this(servlet, WebhookVerifier.builder().secrets(SECRET).maxBodyBytes(CAP).build());
  }

  /** Receives what is sent to the path {@code /webhooks} of a servlet for all paths. */
  Receiver(Function<WebhookHandler, Servlet> servlet, WebhookVerifier verifier) throws Exception {
    WebhookHandler handler =
        WebhookHandler.builder(verifier)
            .onOther(
                event -> {
                  if (failures.getAndDecrement() > 0) {
                    throw new IllegalStateException("the database is away");
                  }
                  handled.add(event.id());
                })
            .build();
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    ServletContextHandler context = new ServletContextHandler("/");
    context.addServlet(new ServletHolder(servlet.apply(handler)), "/*");
    server.setHandler(context);
    server.start();
  }

  List<String> handled() {
    return handled;
  }

  /** Lets the next events fail. */
  void fail(int times) {
    failures.set(times);
  }

  static byte[] event(String id) {
    return ("{\"id\":\"" + id + "\",\"type\":\"invoice.paid\",\"created\":1, \"n\":\"é\"}\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  HttpResponse<String> get() throws Exception {
    return sender.send(HttpRequest.newBuilder(uri()).GET().build(), BodyHandlers.ofString());
  }

  HttpResponse<String> post(byte[] body) throws Exception {
    return post(body, body);
  }

  /** Sends a body with the signature of another. */
  HttpResponse<String> post(byte[] body, byte[] signed) throws Exception {
    return send(signed, HttpRequest.newBuilder(uri()).POST(BodyPublishers.ofByteArray(body)));
  }

  /** Sends a body without saying how long it is. */
  HttpResponse<String> postChunked(InputStream body, byte[] signed) throws Exception {
    return send(
        signed, HttpRequest.newBuilder(uri()).POST(BodyPublishers.ofInputStream(() -> body)));
  }

  private HttpResponse<String> send(byte[] signed, HttpRequest.Builder request) throws Exception {
    long now = Instant.now().getEpochSecond();
    request
        .header("Content-Type", "application/json")
        .header("X-FinFusion-Signature", Webhooks.sign(signed, now, SECRET))
        .header("X-FINFUSION-TIMESTAMP", Long.toString(now));
    return sender.send(request.build(), BodyHandlers.ofString());
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/webhooks");
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception failure) {
      throw new AssertionError(failure);
    }
  }
}
