package cloud.finfusion.micrometer;

import cloud.finfusion.FinFusion;
import cloud.finfusion.error.FinFusionException;
import cloud.finfusion.metrics.Alert;
import cloud.finfusion.metrics.Alerts;
import cloud.finfusion.metrics.Metrics;
import cloud.finfusion.metrics.Reporter;
import cloud.finfusion.model.Customer;
import cloud.finfusion.ratelimit.RateLimiter;
import cloud.finfusion.retry.CircuitBreakerOptions;
import cloud.finfusion.retry.RetryOptions;
import cloud.finfusion.sandbox.Sandbox;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Clients of which each gives cause for an alert. */
final class TroubledClients implements AutoCloseable {
  static final int COUNT = 4;
  private static final int SLOW_CALLS = 110; // a p99 is one of 100 calls
  private static final Duration SLOW = Duration.ofMillis(2_200);

  private final Sandbox sandbox = Sandbox.start();
  private final List<Alert> alerts = new CopyOnWriteArrayList<>();
  private final FinFusion slow;
  private final FinFusion down;
  private final FinFusion limited;
  private final FinFusion waiting;
  private List<CompletableFuture<Customer>> slowCalls = List.of();
  private CompletableFuture<Void> waits = CompletableFuture.completedFuture(null);

  TroubledClients(Reporter reporter) {
    slow = Clients.of(sandbox, alerting(reporter)).build();
    down =
        Clients.of(sandbox, "down", reporter)
            .retry(RetryOptions.builder().maxRetries(0).budget(0, 0).build())
            .circuitBreaker(CircuitBreakerOptions.builder().failures(2).build())
            .build();
    limited =
        Clients.of(sandbox, "limited", reporter)
            .rateLimiter(RateLimiter.builder().maxRequests(1).burst(1).failFast().build())
            .build();
    waiting =
        Clients.of(sandbox, "waiting", reporter)
            .rateLimiter(RateLimiter.builder().maxRequests(120).burst(1).build())
            .build();
  }

  private Metrics alerting(Reporter reporter) {
    return Metrics.builder()
        .client("slow")
        .reporter(reporter)
        .alerts(
            Alerts.builder()
                .latency(Duration.ofSeconds(1), Duration.ofSeconds(2))
                .latencyWindow(PassingWindow.LENGTH)
                .onAlert(alerts::add)
                .build())
        .build();
  }

  void firstCalls() {
    goodCall();
  }

  /** A call of the client that was slow. */
  void goodCall() {
    slow.customers().create(Samples.customer());
  }

  /** Lets trouble begin: a circuit opens, a plan is used up, slow calls are under way. */
  void start() {
    sandbox.faults().status("payments.create", 2, 503);
    pay(down, 3);
    pay(limited, 2);
    waits =
        CompletableFuture.allOf(
            waiting.async().payments().create(Samples.accepted()),
            waiting.async().payments().create(Samples.accepted()));
    sandbox.faults().delay("customers.create", SLOW_CALLS, SLOW);
    slowCalls =
        Stream.generate(() -> slow.async().customers().create(Samples.customer()))
            .limit(SLOW_CALLS)
            .toList();
  }

  private static void pay(FinFusion client, int times) {
    for (int i = 0; i < times; i++) {
      try {
        client.payments().create(Samples.accepted());
      } catch (FinFusionException expected) {
        // as meant
      }
    }
  }

  void finish() {
    slowCalls.forEach(CompletableFuture::join);
    waits.join();
  }

  List<Alert> alerts() {
    return alerts;
  }

  @Override
  public void close() {
    Stream.of(slow, down, limited, waiting).forEach(FinFusion::close);
    sandbox.close();
  }
}
