package cloud.finfusion.sandbox.internal.webhooks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;

/** Sends each event to the endpoints that are subscribed to it, and keeps the deliveries. */
public final class Deliveries {
  private final WebhookEndpoints endpoints;
  private final WebhookSender sender;
  private final Predicate<WebhookEndpoints.Endpoint> reachable;
  private final DeliveryShuffle shuffle = new DeliveryShuffle();
  private final Queue<Delivery> deliveries = new ConcurrentLinkedQueue<>();

  public Deliveries(
      WebhookEndpoints endpoints,
      WebhookSender sender,
      Predicate<WebhookEndpoints.Endpoint> reachable) {
    this.endpoints = endpoints;
    this.sender = sender;
    this.reachable = reachable;
  }

  public DeliveryShuffle shuffle() {
    return shuffle;
  }

  /** All deliveries so far, in the order of their events. */
  public List<Delivery> all() {
    return List.copyOf(deliveries);
  }

  /** Completes with all deliveries so far when none of them is pending any more. */
  public CompletableFuture<List<Delivery>> whenNonePending() {
    List<Delivery> now = all();
    return CompletableFuture.allOf(
            now.stream().map(Delivery::ended).toArray(CompletableFuture<?>[]::new))
        .thenApply(done -> now);
  }

  void send(JsonNode event) {
    for (WebhookEndpoints.Endpoint endpoint : endpoints.subscribedTo(event.path("type").asText())) {
      List<Delivery> copies = shuffle.withDuplicate(new Delivery(event, endpoint));
      deliveries.addAll(copies);
      shuffle.dueAfter(copies).forEach(this::start);
    }
  }

  public void close() {
    sender.close();
    deliveries.forEach(Delivery::cancel);
  }

  private void start(Delivery delivery) {
    if (reachable.test(delivery.endpoint())) {
      sender.start(delivery);
    } else {
      delivery.end(Delivery.State.GIVEN_UP);
    }
  }
}
