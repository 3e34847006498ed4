package cloud.finfusion.sandbox;

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
 * Sends deliveries, and again until one is answered well: each attempt is dated and signed anew.
 * The first attempts at an endpoint are made one after the other, in order; retries wait for
 * nobody, and nobody waits for them. No thread is held meanwhile.
 */
final class WebhookSender {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final WebhookSecrets secrets;
  private final RetrySchedule schedule;
  private final InstantSource clock;
  private final Waits waits;
  private final Map<String, CompletableFuture<Void>> firstAttempts = new HashMap<>();
  private volatile boolean closed;

  WebhookSender(WebhookSecrets secrets, RetrySchedule schedule, InstantSource clock, Waits waits) {
    this.secrets = secrets;
    this.schedule = schedule;
    this.clock = clock;
    this.waits = waits;
  }

  /** Does something later, on another thread. */
  @FunctionalInterface
  interface Waits {
    /** Waits on the one timer that every Java program has. */
    Waits REAL =
        (wait, next) ->
            CompletableFuture.delayedExecutor(wait.toNanos(), TimeUnit.NANOSECONDS).execute(next);

    void after(Duration wait, Runnable next);
  }

  synchronized void start(Delivery dispatch) {
    CompletableFuture<Void> before =
        firstAttempts.getOrDefault(
            dispatch.endpoint().id(), CompletableFuture.completedFuture(null));
    firstAttempts.put(dispatch.endpoint().id(), before.thenCompose(done -> attempt(dispatch)));
  }

  /** Begins no further attempt. */
  void close() {
    closed = true;
  }

  /** Ends when the attempt has, and never fails: a broken one is as good as a refused one. */
  private CompletableFuture<Void> attempt(Delivery dispatch) {
    if (closed) {
      return CompletableFuture.completedFuture(null);
    }
    int attempt = dispatch.begin();
    return CompletableFuture.completedFuture(dispatch)
        .thenCompose(this::send)
        .handle((status, broken) -> broken == null && status / 100 == 2)
        .thenAccept(taken -> next(dispatch, attempt, taken));
  }

  private void next(Delivery dispatch, int attempt, boolean taken) {
    if (taken) {
      dispatch.end(WebhookDelivery.Status.DELIVERED);
      return;
    }
    schedule
        .waitAfter(attempt)
        .ifPresentOrElse(
            wait -> waits.after(wait, () -> retry(dispatch)),
            () -> dispatch.end(WebhookDelivery.Status.GIVEN_UP));
  }

  private void retry(Delivery dispatch) {
    CompletableFuture<Void> unused = attempt(dispatch);
  }

  /** The status of the answer. */
  private CompletableFuture<Integer> send(Delivery dispatch) {
    CompletableFuture<HttpResponse<Void>> answer =
        Http.CLIENT.sendAsync(request(dispatch), BodyHandlers.discarding());
    dispatch.sending(answer);
    return answer.thenApply(HttpResponse::statusCode);
  }

  private HttpRequest request(Delivery dispatch) {
    WebhookEndpoints.Endpoint to = dispatch.endpoint();
    String timestamp = String.valueOf(clock.instant().getEpochSecond());
    return HttpRequest.newBuilder(URI.create(to.url()))
        .timeout(TIMEOUT)
        .header("Content-Type", "application/json")
        .header("X-FinFusion-Timestamp", timestamp)
        .header("X-FinFusion-Signature", secrets.sign(to.id(), timestamp, dispatch.body()))
        .POST(BodyPublishers.ofByteArray(dispatch.body()))
        .build();
  }

  /**
   * One client for all sandboxes: before Java 21 a client cannot be closed, and its thread, a
   * daemon, ends only when it is collected.
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
