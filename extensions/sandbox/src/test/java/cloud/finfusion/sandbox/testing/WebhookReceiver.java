package cloud.finfusion.sandbox.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntSupplier;

/** A server that receives webhooks, as a user's program would. */
public final class WebhookReceiver implements AutoCloseable {
  private final Queue<Received> received = new ConcurrentLinkedQueue<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;
  private final IntSupplier status;

  private WebhookReceiver(IntSupplier status) {
    this.status = status;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::receive);
    server.start();
  }

  /** A received webhook. */
  public record Received(String signature, String timestamp, String body) {}

  public static WebhookReceiver respondingWith(IntSupplier status) {
    return new WebhookReceiver(status);
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hooks";
  }

  public List<Received> received() {
    return List.copyOf(received);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      received.add(
          new Received(
              exchange.getRequestHeaders().getFirst("X-FinFusion-Signature"),
              exchange.getRequestHeaders().getFirst("X-FinFusion-Timestamp"),
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
      int responseStatus = status.getAsInt();
      exchange.getResponseHeaders().add("Location", "/elsewhere");
      exchange.sendResponseHeaders(responseStatus, -1);
    }
  }
}
