package cloud.finfusion.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.FinFusion;
import cloud.finfusion.model.PaymentSucceeded;
import cloud.finfusion.model.WebhookEndpoint;
import cloud.finfusion.model.WebhookEndpointCreateParams;
import cloud.finfusion.sandbox.Sandbox;
import cloud.finfusion.sandbox.WebhookDelivery;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.TestClients;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the sandbox sends, received on the JDK's server by the handler of a client. */
class SandboxDeliveryTest {
  @AutoClose private final Sandbox sandbox = Sandbox.start();
  @AutoClose private final FinFusion sender = TestClients.of(sandbox).build();
  private final List<String> paid = new CopyOnWriteArrayList<>();
  private final AtomicInteger failures = new AtomicInteger();
  private final HttpServer server =
      HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);

  SandboxDeliveryTest() throws IOException {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void listen(FinFusion receiver) {
    server.createContext(
        "/webhooks",
        new WebhookHttpHandler(
            receiver
                .webhooks()
                .handler()
                .on(PaymentSucceeded.class, event -> paid(event.data().object().id()))
                .build()));
  }

  private void paid(String id) {
    if (failures.getAndDecrement() > 0) {
      throw new IllegalStateException("the database is away");
    }
    paid.add(id);
  }

  private FinFusion receiver() {
    WebhookEndpoint endpoint =
        sender
            .webhookEndpoints()
            .create(
                WebhookEndpointCreateParams.builder()
                    .url("http://127.0.0.1:" + server.getAddress().getPort() + "/webhooks")
                    .events(List.of("payment.succeeded"))
                    .build());
    return TestClients.of(sandbox)
        .webhookSecrets(Objects.requireNonNull(endpoint.secret()))
        .build();
  }

  @Test
  @DisplayName("C210 an event that is delivered twice is verified twice and handled once, by type")
  void handledOnce() throws Exception {
    try (FinFusion receiver = receiver()) {
      listen(receiver);
      sandbox.webhooks().duplicate(1);

      String id = sender.payments().create(Samples.payment()).id();

      assertThat(sandbox.webhooks().whenNonePending().get())
          .extracting(WebhookDelivery::status)
          .containsExactly(WebhookDelivery.Status.DELIVERED, WebhookDelivery.Status.DELIVERED);
      assertThat(paid).containsExactly(id);
    }
  }

  @Test
  @DisplayName("C210 a handler that throws is asked again: new timestamp, same event")
  void handledAgain() throws Exception {
    failures.set(2);
    try (FinFusion receiver = receiver()) {
      listen(receiver);

      String id = sender.payments().create(Samples.payment()).id();

      assertThat(sandbox.webhooks().whenNonePending().get())
          .extracting(WebhookDelivery::attempts)
          .containsExactly(3);
      assertThat(paid).containsExactly(id);
    }
  }

  @Test
  void whatWasMissedIsReplayedOnce() throws Exception {
    try (FinFusion receiver = receiver()) {
      String seen = sender.payments().create(Samples.payment()).id();
      String last = sender.events().list().iterator().next().id();
      String missed = sender.payments().create(Samples.payment()).id();
      var unused = sandbox.webhooks().whenNonePending().get();

      var handler =
          receiver
              .webhooks()
              .handler()
              .on(PaymentSucceeded.class, event -> paid(event.data().object().id()))
              .build();
      receiver.webhooks().eventsSince(last).forEach(handler::handle);
      receiver.webhooks().eventsSince(last).forEach(handler::handle);

      assertThat(paid).containsExactly(missed).doesNotContain(seen);
    }
  }
}
