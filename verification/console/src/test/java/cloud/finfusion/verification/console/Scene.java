package cloud.finfusion.verification.console;

import cloud.finfusion.FinFusion;
import cloud.finfusion.model.Amount;
import cloud.finfusion.model.CardParams;
import cloud.finfusion.model.CardPaymentMethodParams;
import cloud.finfusion.model.CustomerCreateParams;
import cloud.finfusion.model.Payment;
import cloud.finfusion.model.PaymentCreateParams;
import cloud.finfusion.sandbox.Plan;
import cloud.finfusion.sandbox.Sandbox;
import cloud.finfusion.sandbox.TestCards;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A sandbox, a client of the SDK, and a program that receives events. */
final class Scene implements AutoCloseable {
  final Sandbox sandbox = Sandbox.builder().plan(Plan.STANDARD).seed(7).start();
  final FinFusion client =
      FinFusion.builder().apiKey(sandbox.apiKey()).baseUrl(sandbox.baseUri()).build();

  /** The bodies that the program got. */
  final Queue<String> events = new ConcurrentLinkedQueue<>();

  private final HttpServer receiver;

  Scene() throws IOException {
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext(
        "/",
        exchange -> {
          try (exchange) {
            events.add(
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(200, -1);
          }
        });
    receiver.start();
    String unused =
        sandbox
            .webhooks()
            .forwardTo(
                URI.create("http://127.0.0.1:%d/hooks".formatted(receiver.getAddress().getPort())));
  }

  URI page(String path) {
    return sandbox.baseUri().resolve(path);
  }

  Payment pay(String amount, String card) {
    return pay(amount, card, "order_1");
  }

  Payment pay(String amount, String card, String order) {
    CardParams params =
        CardParams.builder().number(card).expMonth(12).expYear(2034).cvc("123").build();
    return client
        .payments()
        .create(
            PaymentCreateParams.builder()
                .amount(Amount.ofMajor(amount, "USD"))
                .paymentMethod(CardPaymentMethodParams.builder().card(params).build())
                .metadata(Map.of("order_id", order))
                .build());
  }

  /** Sends requests as fast as they are refused, without a key. */
  void load(int requests) {
    HttpClient http = HttpClient.newHttpClient();
    HttpRequest request = HttpRequest.newBuilder(page("/v2/payments")).build();
    for (int sent = 0; sent < requests; sent += 50) {
      CompletableFuture.allOf(
              Stream.generate(() -> http.sendAsync(request, BodyHandlers.discarding()))
                  .limit(50)
                  .toArray(CompletableFuture<?>[]::new))
          .join();
    }
  }

  /** A round of all that the page shows. */
  void trade() {
    client.customers().create(CustomerCreateParams.builder().email("ada@example.com").build());
    sandbox.faults().status("payments.create", 2, 503).dropAfterWork("payments.list", 1);
    for (int i = 0; i < 4; i++) {
      pay(i);
    }
    decline(TestCards.DECLINED);
    sandbox.simulate().dispute(pay("42.00", TestCards.VISA).id());
    sandbox.faults().status("payments.create", 3, 503);
  }

  /** The same, over two minutes, so that the charts have a shape. */
  void tradeSlowly() {
    for (int i = 0; i < 60; i++) {
      LockSupport.parkNanos(Duration.ofSeconds(2).toNanos());
      for (int j = 0; j < i % 7 % 3; j++) {
        pay(i);
      }
      if (i % 11 == 5) {
        decline(TestCards.INSUFFICIENT_FUNDS);
        sandbox.faults().status("payments.create", 1, 503);
      }
    }
    trade();
  }

  private void pay(int number) {
    Payment payment =
        pay((12 + number * 7) + ".50", number % 4 == 2 ? TestCards.SLOW : TestCards.MASTERCARD);
    Payment unused = client.payments().retrieve(payment.id());
    for (Payment each : client.payments().list()) {
      // as a dashboard would
      if (each.id().equals(payment.id())) {
        break;
      }
    }
  }

  private void decline(String card) {
    try {
      Payment unused = pay("19.90", card);
    } catch (RuntimeException declined) {
      // which is what the card is for
    }
  }

  @Override
  public void close() {
    client.close();
    sandbox.close();
    receiver.stop(0);
  }
}
