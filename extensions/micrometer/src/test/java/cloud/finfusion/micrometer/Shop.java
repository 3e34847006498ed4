package cloud.finfusion.micrometer;

import cloud.finfusion.FinFusion;
import cloud.finfusion.batch.BatchOptions;
import cloud.finfusion.batch.BulkOptions;
import cloud.finfusion.cache.CacheOptions;
import cloud.finfusion.error.ApiException;
import cloud.finfusion.error.FinFusionException;
import cloud.finfusion.metrics.Alert;
import cloud.finfusion.metrics.Alerts;
import cloud.finfusion.metrics.Metrics;
import cloud.finfusion.metrics.Reporter;
import cloud.finfusion.model.Customer;
import cloud.finfusion.model.WebhookEndpointCreateParams;
import cloud.finfusion.ratelimit.RateLimiter;
import cloud.finfusion.sandbox.Sandbox;
import cloud.finfusion.sandbox.WebhookDelivery;
import cloud.finfusion.webhook.WebhookHttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** A program that pays, reads, imports and receives webhooks, and counts what comes of it. */
final class Shop implements AutoCloseable {
  static final long JOINED = 7;
  private static final int PAYMENTS = 60;
  private static final int BATCH_SIZE = 20;

  private final Sandbox sandbox = Sandbox.start();
  private final HttpServer receiver;
  private final FinFusion client;
  private final List<Alert> alerts = new CopyOnWriteArrayList<>();
  private final long requestsBefore;
  private long calls;
  private long reads;
  private long errors;
  private long refusals;
  private long batchItems;
  private long batchRequests;

  Shop(Reporter reporter) throws IOException {
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    client =
        Clients.of(sandbox, metrics(reporter))
            .cache(CacheOptions.builder().build())
            .rateLimiter(RateLimiter.builder().maxRequests(10_000).build())
            .keyCreatedAt(Instant.now().minus(Duration.ofDays(91)))
            .webhookSecrets(webhookSecret())
            .build();
    receiver.createContext(
        "/", new WebhookHttpHandler(client.webhooks().handler().onOther(event -> {}).build()));
    receiver.start();
    sandbox.faults().randomly("payments.create", 5).status(0.2, 503).resetBeforeWork(0.05);
    requestsBefore = sandbox.requestCount();
  }

  private Metrics metrics(Reporter reporter) {
    return Metrics.builder()
        .client("shop")
        .detailed(true)
        .reporter(reporter)
        .alerts(Alerts.builder().errorRate(0.05, PassingWindow.LENGTH).onAlert(alerts::add).build())
        .build();
  }

  private String webhookSecret() {
    try (FinFusion other =
        FinFusion.builder().apiKey(sandbox.apiKey()).baseUrl(sandbox.baseUri()).build()) {
      WebhookEndpointCreateParams endpoint =
          WebhookEndpointCreateParams.builder()
              .url("http://127.0.0.1:" + receiver.getAddress().getPort() + "/")
              .events(List.of("payment.succeeded"))
              .build();
      return Objects.requireNonNull(other.webhookEndpoints().create(endpoint).secret());
    }
  }

  /** One call of each kind, so that all series are there before the many calls. */
  void firstCalls() {
    client.webhooks().verifySignature("{}".getBytes(StandardCharsets.UTF_8), "00", "1");
    round(1);
  }

  /** Many calls; those that fail come last, so that the share of errors grows to the end. */
  void manyCalls() {
    round(PAYMENTS);
    readTogether();
    batch(2 * BATCH_SIZE + 1);
    for (int i = 0; i < PAYMENTS / 5; i++) {
      failing();
    }
  }

  void goodCall() {
    count(() -> client.customers().create(Samples.customer()));
  }

  private void round(int payments) {
    for (int i = 0; i < payments; i++) {
      count(() -> client.payments().create(Samples.accepted()));
    }
    count(() -> client.payments().create(Samples.declined()));
    Customer customer = client.customers().create(Samples.customer());
    calls++;
    for (int i = 0; i <= payments; i++) {
      read(customer.id());
    }
    read("cust_missing");
    batch(2);
    bulk(payments);
    failing();
  }

  private void failing() {
    sandbox.faults().status("customers.delete", 1, 403);
    count(() -> client.customers().delete("cust_1"));
  }

  private void read(String id) {
    reads++;
    count(() -> client.customers().retrieve(id));
  }

  /** Equal reads while the first of them is under way. */
  private void readTogether() {
    String id = client.customers().create(Samples.customer()).id();
    sandbox.faults().delay("customers.retrieve", 1, Duration.ofSeconds(1));
    List<CompletableFuture<Customer>> together =
        Stream.generate(() -> client.async().customers().retrieve(id)).limit(1 + JOINED).toList();
    together.forEach(CompletableFuture::join);
    reads += 1 + JOINED;
    calls += 2 + JOINED;
  }

  private void batch(int items) {
    client
        .customers()
        .createBatch(
            Samples.customers(items), BatchOptions.builder().batchSize(BATCH_SIZE).build());
    int requests = (items + BATCH_SIZE - 1) / BATCH_SIZE;
    calls += requests;
    batchRequests += requests;
    batchItems += items;
  }

  private void bulk(int items) {
    client
        .customers()
        .bulk(
            Samples.customers(items).iterator(),
            BulkOptions.<Object, Object>builder()
                .batch(BatchOptions.builder().batchSize(BATCH_SIZE).build())
                .total(items)
                .build())
        .run();
    calls += (items + BATCH_SIZE - 1) / BATCH_SIZE;
  }

  private void count(Runnable call) {
    calls++;
    try {
      call.run();
    } catch (FinFusionException failure) {
      if (failure instanceof ApiException api && Set.of(402, 404, 422).contains(api.status())) {
        refusals++;
      } else {
        errors++;
      }
    }
  }

  long calls() {
    return calls;
  }

  long reads() {
    return reads;
  }

  long errors() {
    return errors;
  }

  long refusals() {
    return refusals;
  }

  long batchItems() {
    return batchItems;
  }

  long batchRequests() {
    return batchRequests;
  }

  List<Alert> alerts() {
    return alerts;
  }

  /** The requests that the sandbox received of this client. */
  long requests() {
    return sandbox.requestCount() - requestsBefore;
  }

  /** The reads that the sandbox did not receive. */
  long readsWithoutRequest() {
    return reads
        - sandbox.requests().stream()
            .filter(each -> "customers.retrieve".equals(each.operation()))
            .count();
  }

  /** How often the sandbox sent an event. */
  long deliveries() {
    return sandbox.webhooks().whenNonePending().join().stream()
        .mapToLong(WebhookDelivery::attempts)
        .sum();
  }

  @Override
  public void close() {
    client.close();
    receiver.stop(0);
    sandbox.close();
  }
}
