package cloud.finfusion.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/** A delivery under way: the bytes of one event for one endpoint, and how far they came. */
final class Delivery {
  private final String eventId;
  private final String eventType;
  private final byte[] body;
  private final WebhookEndpoints.Endpoint endpoint;
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private volatile Future<?> exchange = CompletableFuture.completedFuture(null);
  private int attempts;
  private WebhookDelivery.Status status = WebhookDelivery.Status.PENDING;

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

  /** The same event for the same endpoint, once more. */
  Delivery again() {
    return new Delivery(eventId, eventType, body, endpoint);
  }

  byte[] body() {
    return body;
  }

  WebhookEndpoints.Endpoint endpoint() {
    return endpoint;
  }

  /** Counts an attempt; its number, from 1. */
  synchronized int begin() {
    return ++attempts;
  }

  void end(WebhookDelivery.Status last) {
    synchronized (this) {
      status = last;
    }
    ended.complete(null);
  }

  /** What is on the wire, to be broken off if the delivery is abandoned, or has been. */
  void sending(Future<?> current) {
    exchange = current;
    if (ended.isCancelled()) {
      current.cancel(true);
    }
  }

  /** Breaks it off where it is. */
  void abandon() {
    ended.cancel(false);
    exchange.cancel(true);
  }

  CompletableFuture<Void> ended() {
    return ended;
  }

  synchronized WebhookDelivery view() {
    return new WebhookDelivery(eventId, eventType, endpoint.url(), status, attempts);
  }
}
