package cloud.finfusion.sandbox.internal.webhooks;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Sends deliveries until the endpoint responds with a 2xx status or the schedule ends. Each attempt
 * has a new timestamp and signature. The first attempts at an endpoint are made one after the
 * other, in order; retries are independent. No thread is blocked meanwhile.
 */
public final class WebhookSender {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final WebhookSecrets secrets;
  private final RetrySchedule schedule;
  private final InstantSource clock;
  private final Timer timer;
  private final Map<String, CompletableFuture<Void>> firstAttempts = new HashMap<>();
  private volatile boolean closed;

  public WebhookSender(
      WebhookSecrets secrets, RetrySchedule schedule, InstantSource clock, Timer timer) {
    this.secrets = secrets;
    this.schedule = schedule;
    this.clock = clock;
    this.timer = timer;
  }

  /** Runs a task later, on another thread. */
  @FunctionalInterface
  public interface Timer {
    /** Uses the JDK's shared timer thread. */
    Timer SYSTEM =
        (wait, next) ->
            CompletableFuture.delayedExecutor(wait.toNanos(), TimeUnit.NANOSECONDS).execute(next);

    void after(Duration wait, Runnable next);
  }

  synchronized void start(Delivery delivery) {
    CompletableFuture<Void> before =
        firstAttempts.getOrDefault(
            delivery.endpoint().id(), CompletableFuture.completedFuture(null));
    firstAttempts.put(delivery.endpoint().id(), before.thenCompose(done -> attempt(delivery)));
  }

  /** Starts no further attempt. */
  void close() {
    closed = true;
  }

  /**
   * Completes when the attempt ends, normally in any case: a broken connection is a failure too.
   */
  private CompletableFuture<Void> attempt(Delivery delivery) {
    if (closed) {
      return CompletableFuture.completedFuture(null);
    }
    int attempt = delivery.startAttempt();
    return CompletableFuture.completedFuture(delivery)
        .thenCompose(this::send)
        .handle((status, broken) -> broken == null && status / 100 == 2)
        .thenAccept(accepted -> next(delivery, attempt, accepted));
  }

  private void next(Delivery delivery, int attempt, boolean accepted) {
    if (accepted) {
      delivery.end(Delivery.State.DELIVERED);
      return;
    }
    schedule
        .waitAfter(attempt)
        .ifPresentOrElse(
            wait -> timer.after(wait, () -> retry(delivery)),
            () -> delivery.end(Delivery.State.GIVEN_UP));
  }

  private void retry(Delivery delivery) {
    CompletableFuture<Void> unused = attempt(delivery);
  }

  /** The status of the response. */
  private CompletableFuture<Integer> send(Delivery delivery) {
    CompletableFuture<HttpResponse<Void>> response =
        Http.CLIENT.sendAsync(request(delivery), BodyHandlers.discarding());
    delivery.exchangeStarted(response);
    return response.thenApply(HttpResponse::statusCode);
  }

  private HttpRequest request(Delivery delivery) {
    WebhookEndpoints.Endpoint to = delivery.endpoint();
    String timestamp = String.valueOf(clock.instant().getEpochSecond());
    return HttpRequest.newBuilder(URI.create(to.url()))
        .timeout(TIMEOUT)
        .header("Content-Type", "application/json")
        .header("X-FinFusion-Timestamp", timestamp)
        .header("X-FinFusion-Signature", secrets.sign(to.id(), timestamp, delivery.body()))
        .POST(BodyPublishers.ofByteArray(delivery.body()))
        .build();
  }

  /**
   * One client for all sandboxes: before Java 21 an HTTP client cannot be closed, and its daemon
   * thread ends only when the client is garbage collected.
   */
  private static final class Http {
    static final HttpClient CLIENT =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }
}
