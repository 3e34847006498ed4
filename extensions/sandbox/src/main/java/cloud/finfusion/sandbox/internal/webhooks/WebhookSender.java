package cloud.finfusion.sandbox.internal.webhooks;

import cloud.finfusion.sandbox.internal.time.Schedule;
import dev.failsafe.Failsafe;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sends deliveries until the endpoint responds with a 2xx status or the retries of the policy end;
 * the waits between them are on the sandbox's clock. Each attempt has a new timestamp and
 * signature. The first attempts at an endpoint are made one after the other, in order; retries are
 * independent. No thread is blocked meanwhile.
 */
public final class WebhookSender {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final WebhookSecrets secrets;
  private final RetrySchedule retries;
  private final InstantSource clock;
  private final Schedule schedule;
  private final Map<String, CompletableFuture<Void>> firstAttempts = new ConcurrentHashMap<>();
  private volatile boolean closed;

  public WebhookSender(
      WebhookSecrets secrets, RetrySchedule retries, InstantSource clock, Schedule schedule) {
    this.secrets = secrets;
    this.retries = retries;
    this.clock = clock;
    this.schedule = schedule;
  }

  /** Holds no lock meanwhile: the thread may hold that of the schedule, or take it here. */
  void start(Delivery delivery) {
    schedule.started();
    CompletableFuture<Void> first = new CompletableFuture<>();
    CompletableFuture<Void> before = firstAttempts.put(delivery.endpoint().id(), first);
    if (before == null) {
      deliver(delivery, first);
    } else {
      CompletableFuture<Void> unused = before.thenRun(() -> deliver(delivery, first));
    }
  }

  /** Starts no further attempt. */
  void close() {
    closed = true;
  }

  /** Completes the future when the first attempt ends, normally in any case. */
  private void deliver(Delivery delivery, CompletableFuture<Void> first) {
    CompletableFuture<Void> unused =
        Failsafe.with(retries.policy())
            .with(new ClockScheduler(schedule))
            .getStageAsync(
                () -> attempt(delivery).whenComplete((any, broken) -> first.complete(null)))
            .handle((status, broken) -> broken == null && RetrySchedule.isAccepted(status))
            .thenAccept(accepted -> end(delivery, accepted));
  }

  private void end(Delivery delivery, boolean accepted) {
    delivery.decide(accepted ? Delivery.State.DELIVERED : Delivery.State.GIVEN_UP);
    schedule.ended(); // first, since who waits for the end may move the clock on
    delivery.end();
  }

  private CompletableFuture<Integer> attempt(Delivery delivery) {
    if (closed) {
      return CompletableFuture.failedFuture(new CancellationException("The sandbox is closed"));
    }
    delivery.startAttempt();
    return send(delivery).whenComplete((status, broken) -> delivery.attemptEnded(status));
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
