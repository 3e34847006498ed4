package cloud.finfusion.examples;

import cloud.finfusion.FinFusion;
import cloud.finfusion.model.PaymentCreateParams;
import cloud.finfusion.model.PaymentSucceeded;
import cloud.finfusion.model.WebhookEndpoint;
import cloud.finfusion.model.WebhookEndpointCreateParams;
import cloud.finfusion.sandbox.Sandbox;
import cloud.finfusion.webhook.WebhookHandler;
import cloud.finfusion.webhook.WebhookHttpHandler;
import cloud.finfusion.webhook.Webhooks;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

/** Receives a webhook on a local port: verified, handed to the handler of its type, once. */
final class WebhookStep {
  private static final String PATH = "/webhooks";

  private final Sandbox sandbox;
  private final FinFusion client;
  private final Tour tour;
  private final List<String> handled = new CopyOnWriteArrayList<>();

  WebhookStep(Sandbox sandbox, FinFusion client, Tour tour) {
    this.sandbox = sandbox;
    this.client = client;
    this.tour = tour;
  }

  String run(PaymentCreateParams charge) {
    HttpServer server = serverOnAnyPort();
    try {
      String secret = endpoint("http://127.0.0.1:" + server.getAddress().getPort() + PATH);
      server.createContext(PATH, new WebhookHttpHandler(handler(secret)));
      sandbox.webhooks().duplicate(1);

      String paid = client.payments().create(charge).id();
      int deliveries = sandbox.webhooks().whenNonePending().join().size();

      tour.check(handled.equals(List.of(paid)), "the payment, handled once", handled);
      return deliveries + " deliveries of one event, verified; handled " + handled.size() + " time";
    } finally {
      server.stop(0);
    }
  }

  private WebhookHandler handler(String secret) {
    return WebhookHandler.builder(Webhooks.verifier(secret))
        .on(PaymentSucceeded.class, event -> handled.add(event.data().object().id()))
        .build();
  }

  private String endpoint(String url) {
    WebhookEndpoint endpoint =
        client
            .webhookEndpoints()
            .create(
                WebhookEndpointCreateParams.builder()
                    .url(url)
                    .events(List.of("payment.succeeded"))
                    .build());
    return Objects.requireNonNull(endpoint.secret()); // there this once
  }

  private static HttpServer serverOnAnyPort() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.start();
      return server;
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
  }
}
