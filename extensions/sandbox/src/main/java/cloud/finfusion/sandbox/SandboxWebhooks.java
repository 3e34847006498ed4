package cloud.finfusion.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The deliveries of events to webhook endpoints. Endpoints are created through the API, with a URL
 * such as {@code http://127.0.0.1:…} and event types. Thread-safe.
 *
 * <p>Each event is signed by the scheme that is assumed for FinFusion. A delivery is repeated, with
 * a new timestamp and the same event id, until the endpoint responds with a status 200 to 299 or
 * all attempts are used. An endpoint gets its events in order, except those that are repeated.
 * Endpoints on other machines get none, unless the sandbox was built with {@link
 * Sandbox.Builder#allowRemote()}.
 */
public final class SandboxWebhooks {
  private final WebhookSecrets secrets;
  private final WebhookEndpoints endpoints;
  private final WebhookSender sender;
  private final boolean remoteAllowed;
  private final DeliveryShuffle shuffle = new DeliveryShuffle();
  private final Queue<Delivery> deliveries = new ConcurrentLinkedQueue<>();

  SandboxWebhooks(SandboxContext context, RetrySchedule retries, boolean remoteAllowed) {
    this.secrets = new WebhookSecrets(context.clock());
    this.endpoints = new WebhookEndpoints(context.store());
    this.sender = new WebhookSender(secrets, retries, context.clock(), WebhookSender.Timer.SYSTEM);
    this.remoteAllowed = remoteAllowed;
  }

  /** Duplicates the next deliveries: the same event, with the same id. */
  public SandboxWebhooks duplicate(int deliveries) {
    shuffle.duplicate(deliveries);
    return this;
  }

  /**
   * Holds the next deliveries back until there are this many, at least 2, and then sends them in
   * reverse order.
   */
  public SandboxWebhooks reorder(int deliveries) {
    shuffle.reorder(deliveries);
    return this;
  }

  /** All deliveries so far, in the order of their events. */
  public List<WebhookDelivery> deliveries() {
    return deliveries.stream().map(Delivery::snapshot).toList();
  }

  /**
   * Completes with all deliveries so far when none of them is pending any more; cancelled when the
   * sandbox closes before. The events of a call are among them once the call has returned.
   */
  public CompletableFuture<List<WebhookDelivery>> whenNonePending() {
    List<Delivery> now = List.copyOf(deliveries);
    return CompletableFuture.allOf(
            now.stream().map(Delivery::ended).toArray(CompletableFuture<?>[]::new))
        .thenApply(done -> now.stream().map(Delivery::snapshot).toList());
  }

  WebhookSecrets secrets() {
    return secrets;
  }

  /** Sends an event to the endpoints that are subscribed to it. */
  void send(JsonNode event) {
    for (WebhookEndpoints.Endpoint endpoint : endpoints.subscribedTo(event.path("type").asText())) {
      List<Delivery> copies = shuffle.withDuplicate(new Delivery(event, endpoint));
      deliveries.addAll(copies);
      shuffle.dueAfter(copies).forEach(this::start);
    }
  }

  void close() {
    sender.close();
    deliveries.forEach(Delivery::cancel);
  }

  private void start(Delivery delivery) {
    if (delivery.endpoint().isReachable(remoteAllowed)) {
      sender.start(delivery);
    } else {
      delivery.end(WebhookDelivery.Status.GIVEN_UP);
    }
  }
}
