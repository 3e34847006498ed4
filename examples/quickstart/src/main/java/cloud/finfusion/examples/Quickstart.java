package cloud.finfusion.examples;

import cloud.finfusion.FinFusion;
import cloud.finfusion.call.CallOptions;
import cloud.finfusion.error.PaymentDeclinedException;
import cloud.finfusion.metrics.Metrics;
import cloud.finfusion.micrometer.PrometheusReporter;
import cloud.finfusion.model.Amount;
import cloud.finfusion.model.Customer;
import cloud.finfusion.model.CustomerCreateParams;
import cloud.finfusion.model.CustomerListParams;
import cloud.finfusion.model.Payment;
import cloud.finfusion.model.PaymentCreateParams;
import cloud.finfusion.model.PaymentStatus;
import cloud.finfusion.sandbox.Sandbox;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * The tour: {@code mvn -q -Pquickstart}. Every step checks what it shows, against the sandbox's
 * ledger where money moves; a step that is not as it should be ends the program with exit code 1.
 */
public final class Quickstart {
  private final Sandbox sandbox;
  private final URI api;
  private final FinFusion client;
  private final Tour tour;

  private Quickstart(Sandbox sandbox, URI api, FinFusion client, Tour tour) {
    this.sandbox = sandbox;
    this.api = api;
    this.client = client;
    this.tour = tour;
  }

  /** Runs the tour on a sandbox of its own. */
  public static void main(String[] args) {
    try (Sandbox sandbox = Sandbox.start()) {
      run(sandbox, sandbox.baseUri());
    }
  }

  /** Runs the tour on a sandbox that clients reach at this URL, as of a proxy. */
  public static void run(Sandbox sandbox, URI api) {
    PrometheusReporter prometheus = PrometheusReporter.at("/metrics").port(0); // any that is free
    Metrics metrics = Metrics.builder().client("quickstart").reporter(prometheus).build();
    try (prometheus;
        FinFusion client =
            FinFusion.builder().apiKey(sandbox.apiKey()).baseUrl(api).metrics(metrics).build()) {
      Tour tour = new Tour(System.out);
      tour.welcome("The FinFusion API on this machine: " + sandbox.baseUri());
      new Quickstart(sandbox, api, client, tour).run();
      tour.step(
          "what the client measured, and one line for Prometheus",
          () ->
              new MonitoringStep(sandbox, tour)
                  .run(metrics.snapshot(), Objects.requireNonNull(prometheus.uri())));
      tour.farewell();
    }
  }

  private void run() {
    tour.step("create three customers", this::createCustomers);
    tour.step("page through them, two at a time", this::pageThroughCustomers);
    tour.step("a payment that succeeds", this::pay);
    tour.step("a payment that is declined", this::payWithDeclinedCard);
    tour.step("a payment through two outages (503, 503, 200)", this::payThroughOutage);
    tour.step("a payment whose response is lost after the charge", this::payThroughLostResponse);
    tour.step("what became of it, by its key", this::findByKey);
    tour.step(
        "twenty payments in two requests, two declined",
        () -> new BatchStep(sandbox, client, tour).run());
    tour.step(
        "eight calls on a plan with a burst of five",
        () -> new RateLimitStep(sandbox, api, tour).run());
    tour.step("one customer, read a hundred times", () -> new CacheStep(sandbox, api, tour).run());
    tour.step(
        "a webhook, delivered twice",
        () -> new WebhookStep(sandbox, client, tour).run(charge(4000, Cards.GOOD)));
    tour.step(
        "a key replaced while calls are under way",
        () -> new KeyRotationStep(api, client, tour).run());
  }

  private String createCustomers() {
    for (String name : List.of("Ada", "Grace", "Edsger")) {
      client
          .customers()
          .create(
              CustomerCreateParams.builder()
                  .name(name)
                  .email(name.toLowerCase(Locale.ROOT) + "@example.com")
                  .build());
    }
    return "3 customers";
  }

  private String pageThroughCustomers() {
    CustomerListParams two = CustomerListParams.builder().limit(2).build();
    List<String> names = client.customers().list(two).stream().map(Customer::name).toList();
    tour.check(names.equals(List.of("Edsger", "Grace", "Ada")), "all three, newest first", names);
    return String.join(", ", names);
  }

  private String pay() {
    Payment payment = client.payments().create(charge(1000, Cards.GOOD));
    tour.check(payment.status().equals(PaymentStatus.SUCCEEDED), "succeeded", payment.status());
    return payment.id().replaceFirst("_.*", "_…") + " " + payment.status() + ", " + charges(1);
  }

  private String payWithDeclinedCard() {
    try {
      Payment payment = client.payments().create(charge(2000, Cards.DECLINED));
      throw new Tour.NotAsItShouldBe("declined", payment.status());
    } catch (PaymentDeclinedException declined) {
      return declined.getClass().getSimpleName() + ", " + declined.outcome() + ", " + charges(1);
    }
  }

  private String payThroughOutage() {
    sandbox.faults().status("payments.create", 2, 503);
    return payOnce("order-17", 2);
  }

  private String payThroughLostResponse() {
    sandbox.faults().dropAfterWork("payments.create", 1);
    return payOnce("order-18", 3);
  }

  private String findByKey() {
    String id = client.payments().findByIdempotencyKey("order-18").map(Payment::id).orElse("none");
    String charged = sandbox.ledger().withKey("order-18").get(0).resourceId();
    tour.check(id.equals(charged), "the payment that was charged", id);
    return "order-18 is " + id.replaceFirst("_.*", "_…") + ", as the ledger says";
  }

  /**
   * Pays under a key of our own, and looks into the ledger for what was really charged under it.
   */
  private String payOnce(String key, int chargesSoFar) {
    int[] attempts = new int[1];
    CallOptions options =
        CallOptions.builder()
            .idempotencyKey(key)
            .onResponse(response -> attempts[0] = response.attempts())
            .build();
    client.payments().create(charge(3000, Cards.GOOD), options);
    int charged = sandbox.ledger().withKey(key).size();
    tour.check(charged == 1, "one charge under " + key, charged);
    return attempts[0] + " attempts under one key, " + charges(chargesSoFar);
  }

  private String charges(int expected) {
    int charged = sandbox.ledger().size();
    tour.check(charged == expected, "charges in the ledger: " + expected, charged);
    return "charges in the ledger: " + charged;
  }

  private static PaymentCreateParams charge(long cents, String cardNumber) {
    return PaymentCreateParams.builder()
        .amount(Amount.ofMinor(cents, "USD"))
        .paymentMethod(Cards.card(cardNumber))
        .metadata(Map.of("order_id", "order_123"))
        .build();
  }
}
