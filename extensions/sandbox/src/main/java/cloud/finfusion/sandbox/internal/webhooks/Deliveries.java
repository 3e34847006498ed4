package cloud.finfusion.sandbox.internal.webhooks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/** Sends each event to the endpoints that are subscribed to it, and keeps the newest deliveries. */
public final class Deliveries {
  private final WebhookEndpoints endpoints;
  private final WebhookSender sender;
  private final Predicate<WebhookEndpoints.Endpoint> reachable;
  private final DeliveryShuffle shuffle = new DeliveryShuffle();
  private final DeliveryHistory history;

  public Deliveries(
      WebhookEndpoints endpoints,
      WebhookSender sender,
      Predicate<WebhookEndpoints.Endpoint> reachable,
      int maxEnded) {
    this.endpoints = endpoints;
    this.sender = sender;
    this.reachable = reachable;
    this.history = new DeliveryHistory(maxEnded);
  }

  public DeliveryShuffle shuffle() {
    return shuffle;
  }

  /** All pending deliveries and the newest ended ones, in the order of their events. */
  public List<Delivery> newest() {
    return history.list();
  }

  /** Completes with the newest deliveries so far when none of them is pending any more. */
  public CompletableFuture<List<Delivery>> whenNonePending() {
    return history.whenNonePending();
  }

  void send(JsonNode event) {
    for (WebhookEndpoints.Endpoint endpoint : endpoints.subscribedTo(event.path("type").asText())) {
      List<Delivery> copies = shuffle.withDuplicate(new Delivery(event, endpoint));
      copies.forEach(history::add);
      shuffle.dueAfter(copies).forEach(this::start);
    }
  }

  /** Delivers an event to an endpoint once more; false when no such delivery is kept. */
  public boolean sendAgain(String eventId, String endpointId) {
    Optional<Delivery> again =
        newest().stream()
            .filter(each -> each.eventId().equals(eventId))
            .filter(each -> each.endpoint().id().equals(endpointId))
            .findFirst()
            .map(Delivery::copy);
    again.ifPresent(history::add);
    again.ifPresent(this::start);
    return again.isPresent();
  }

  public void close() {
    sender.close();
    newest().forEach(Delivery::cancel);
  }

  private void start(Delivery delivery) {
    if (reachable.test(delivery.endpoint())) {
      sender.start(delivery);
    } else {
      delivery.decide(Delivery.State.GIVEN_UP);
      delivery.end();
    }
  }
}
