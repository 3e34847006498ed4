package cloud.finfusion.examples;

import static cloud.finfusion.examples.RecipeSandbox.SANDBOX;
import static cloud.finfusion.examples.RecipeSandbox.WEBHOOK_SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.FinFusion;
import cloud.finfusion.batch.BatchOptions;
import cloud.finfusion.batch.BatchResult;
import cloud.finfusion.call.CallOptions;
import cloud.finfusion.metrics.Alerts;
import cloud.finfusion.metrics.Metrics;
import cloud.finfusion.micrometer.PrometheusReporter;
import cloud.finfusion.model.Account;
import cloud.finfusion.model.Amount;
import cloud.finfusion.model.Card;
import cloud.finfusion.model.CardCreateParams;
import cloud.finfusion.model.CardParams;
import cloud.finfusion.model.CardPaymentMethodParams;
import cloud.finfusion.model.CardStatus;
import cloud.finfusion.model.CardType;
import cloud.finfusion.model.Customer;
import cloud.finfusion.model.CustomerBatchItem;
import cloud.finfusion.model.CustomerCreateParams;
import cloud.finfusion.model.Payment;
import cloud.finfusion.model.PaymentCreateParams;
import cloud.finfusion.model.PaymentStatus;
import cloud.finfusion.model.PaymentSucceeded;
import cloud.finfusion.model.Refund;
import cloud.finfusion.model.RefundCreateParams;
import cloud.finfusion.model.Transfer;
import cloud.finfusion.model.TransferCreateParams;
import cloud.finfusion.model.TransferStatus;
import cloud.finfusion.sandbox.Sandbox;
import cloud.finfusion.webhook.WebhookHandler;
import cloud.finfusion.webhook.WebhookHttpHandler;
import cloud.finfusion.webhook.Webhooks;
import com.sun.net.httpserver.HttpServer;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The recipes of the README, run against the sandbox. */
class ReadmeRecipesTest {
  @AutoClose private final FinFusion client = RecipeSandbox.client();
  private final PaymentCreateParams params = RecipeSandbox.payment();
  private final List<String> done = new ArrayList<>();

  @Test
  void payForACustomerWithAKey() {
    BigDecimal total = new BigDecimal("10.00");
    CardParams card = RecipeSandbox.card("4242424242424242");

    Customer customer =
        client
            .customers()
            .create(CustomerCreateParams.builder().email("ada@example.com").name("Ada").build());
    PaymentCreateParams params =
        PaymentCreateParams.builder()
            .amount(Amount.ofMajor(total, "USD")) // a BigDecimal, or text as above
            .paymentMethod(CardPaymentMethodParams.builder().card(card).build())
            .metadata(Map.of("order", "order-17", "customer", customer.id()))
            .build();
    CallOptions options = CallOptions.builder().idempotencyKey("order-17").build();
    Payment payment = client.payments().create(params, options); // again: the same payment

    log(payment.metadata()); // {order=order-17, customer=cust_…}, a Map of Objects

    Optional<Payment> made = // empty if there is none
        client.payments().findByIdempotencyKey("order-17");

    assertThat(made).contains(payment);
    assertThat(done).singleElement().asString().contains("order=order-17", customer.id());
    assertThat(client.payments().create(params, options)).isEqualTo(payment);
  }

  @Test
  void refund() {
    Payment payment = client.payments().create(params);

    Refund refund =
        client
            .payments()
            .refund(
                payment.id(),
                RefundCreateParams.builder().amount(Amount.ofMajor("4.00", "USD")).build());

    assertThat(refund.amount()).isEqualTo(Amount.ofMinor(400, "USD"));
  }

  @Test
  void transfer() {
    Account from = RecipeSandbox.account(client);
    Account to = RecipeSandbox.account(client);

    Transfer transfer =
        client
            .transfers()
            .create(
                TransferCreateParams.builder()
                    .sourceAccountId(from.id())
                    .destinationAccountId(to.id())
                    .amount(Amount.ofMajor("250.00", "USD"))
                    .build());
    transfer = client.transfers().waitUntil(transfer.id(), TransferStatus.SUCCEEDED);

    assertThat(transfer.status()).isEqualTo(TransferStatus.SUCCEEDED);
  }

  @Test
  void issueACard() {
    Account account = RecipeSandbox.account(client);

    Card card =
        client
            .cards()
            .create(
                CardCreateParams.builder().accountId(account.id()).type(CardType.VIRTUAL).build());
    card = client.cards().activate(card.id()); // block(id) ends it

    assertThat(card.status()).isEqualTo(CardStatus.ACTIVE);
  }

  @Test
  void receiveWebhooks() throws Exception {
    HttpServer server = HttpServer.create(anyPort(), 0);

    WebhookHandler webhooks =
        client
            .webhooks() // of webhookSecrets("whsec_…"), or FINFUSION_WEBHOOK_SECRET
            .handler()
            .on(PaymentSucceeded.class, event -> ship(event.data().object()))
            .onOther(event -> log(event.type())) // types that this version does not know, too
            .build();
    server.createContext("/webhooks", new WebhookHttpHandler(webhooks)); // the JDK's HttpServer

    server.start();
    Payment payment = client.payments().create(params);
    String event =
        "{\"id\":\"evt_1\",\"type\":\"payment.succeeded\",\"created\":1,\"data\":{\"object\":"
            + payment.toJson()
            + "}}";
    assertThat(deliver(server, event)).isEqualTo(200);
    assertThat(deliver(server, event.replace("payment.succeeded", "a.new").replace("_1", "_2")))
        .isEqualTo(200);
    server.stop(0);
    assertThat(done).containsExactly(payment.id(), "a.new");
  }

  private static int deliver(HttpServer server, String event) throws Exception {
    byte[] body = event.getBytes(StandardCharsets.UTF_8);
    long now = Instant.now().getEpochSecond();
    URI uri = URI.create("http:/" + server.getAddress() + "/webhooks");
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .header("x-finfusion-timestamp", Long.toString(now))
            .header("x-finfusion-signature", Webhooks.sign(body, now, WEBHOOK_SECRET))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    return HttpClient.newHttpClient()
        .send(request, HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  private static InetSocketAddress anyPort() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  @Test
  void createMany() {
    List<CustomerBatchItem> list =
        List.of(
            CustomerBatchItem.builder().email("a@b.example").build(),
            CustomerBatchItem.builder().email("c@d.example").build());

    BatchOptions<Object> options =
        BatchOptions.builder().batchSize(100).continueOnError(true).build(); // the defaults
    BatchResult<Customer> result = client.customers().createBatch(list, options);

    result.succeeded().forEach(item -> greet(item.value())); // in input order
    result.failed().forEach(item -> log(item.error().getMessage())); // typed as a single call's
    result.unknown().forEach(item -> reconcile(item.idempotencyKey())); // may have been done
    result.throwIfAnyFailed(); // for those who want all or an exception

    assertThat(done).containsExactly("a@b.example", "c@d.example");
  }

  @Test
  void monitor() {
    Metrics metrics =
        Metrics.builder()
            .reporter(PrometheusReporter.at("/metrics")) // of finfusion-micrometer, port 9464
            .alerts(
                Alerts.builder()
                    .errorRate(0.05, Duration.ofMinutes(5))
                    .latency(Duration.ofSeconds(1), Duration.ofSeconds(2)) // p95, p99
                    .onAlert(alert -> page(alert.toString()))
                    .build())
            .build();
    FinFusion measured = FinFusion.builder().fromEnv().metrics(metrics).build();
    metrics.snapshot(); // the numbers without any server; printed, a table

    measured.payments().create(params);
    assertThat(metrics.snapshot().toString()).contains("payments.create");
    measured.close();
  }

  @Test
  void testWithTheSandbox() {
    CallOptions options = CallOptions.builder().idempotencyKey("order-18").build();

    try (Sandbox sandbox = Sandbox.start(); // the API on this machine, for your tests
        FinFusion tested =
            FinFusion.builder().apiKey(sandbox.apiKey()).baseUrl(sandbox.baseUri()).build()) {
      sandbox.faults().dropAfterWork("payments.create", 1); // charged, and no response
      Payment payment = tested.payments().create(params, options);
      assertThat(payment.status()).isEqualTo(PaymentStatus.SUCCEEDED);
      assertThat(sandbox.ledger().withKey("order-18")).hasSize(1); // what was really charged
    }

    assertThat(SANDBOX.ledger().withKey("order-18")).isEmpty();
  }

  private void ship(Payment payment) {
    done.add(payment.id());
  }

  private void greet(Customer customer) {
    done.add(customer.email());
  }

  private void reconcile(@Nullable String key) {
    done.add("unknown " + key);
  }

  private void log(@Nullable Object text) {
    done.add(String.valueOf(text));
  }

  private void page(String text) {
    done.add(text);
  }
}
