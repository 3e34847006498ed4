package cloud.finfusion.sandbox.internal.webhooks;

import cloud.finfusion.sandbox.internal.http.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One event on its way to one endpoint, and its status. */
public final class Delivery {
  private final String eventId;
  private final String eventType;
  private final byte[] body;
  private final WebhookEndpoints.Endpoint endpoint;
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private volatile Future<?> exchange = CompletableFuture.completedFuture(null);
  private final AtomicInteger attempts = new AtomicInteger();
  private volatile State state = State.PENDING;
  private volatile int lastStatus;

  Delivery(JsonNode event, WebhookEndpoints.Endpoint endpoint) {
    this(
        event.path("id").asText(),
        event.path("type").asText(),
        Json.write(event).getBytes(StandardCharsets.UTF_8),
        endpoint);
  }

  private Delivery(
      String eventId, String eventType, byte[] body, WebhookEndpoints.Endpoint endpoint) {
    this.eventId = eventId;
    this.eventType = eventType;
    this.body = body;
    this.endpoint = endpoint;
  }

  /** A second delivery of the same event to the same endpoint. */
  Delivery copy() {
    return new Delivery(eventId, eventType, body, endpoint);
  }

  byte[] body() {
    return body;
  }

  public WebhookEndpoints.Endpoint endpoint() {
    return endpoint;
  }

  public String eventId() {
    return eventId;
  }

  public String eventType() {
    return eventType;
  }

  /** Whether the delivery is pending, or how it ended. */
  public State state() {
    return state;
  }

  public int attempts() {
    return attempts.get();
  }

  /** The status of the newest response; 0 if there was none. */
  public int lastStatus() {
    return lastStatus;
  }

  /** Records how an attempt ended: with a status, or with none if the connection broke. */
  void attemptEnded(@Nullable Integer status) {
    lastStatus = status == null ? 0 : status;
  }

  /** Counts an attempt. */
  void startAttempt() {
    attempts.incrementAndGet();
  }

  /** Sets how it ended, just before {@link #end()}. */
  void decide(State last) {
    state = last;
  }

  /** Notifies those who wait for the end. */
  void end() {
    ended.complete(null);
  }

  /** Registers the exchange of the current attempt, so that {@link #cancel()} reaches it. */
  void exchangeStarted(Future<?> current) {
    exchange = current;
    if (ended.isCancelled()) {
      current.cancel(true);
    }
  }

  /** Cancels the delivery and its current exchange. */
  void cancel() {
    ended.cancel(false);
    exchange.cancel(true);
  }

  CompletableFuture<Void> ended() {
    return ended;
  }

  /** The states of a delivery. */
  public enum State {
    PENDING,
    DELIVERED,
    GIVEN_UP
  }
}
