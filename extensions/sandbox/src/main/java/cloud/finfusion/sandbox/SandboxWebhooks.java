package cloud.finfusion.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The events that are sent to webhook endpoints. An endpoint is made through the API, with its
 * address and the event types it wants; {@code http://127.0.0.1:…} will do. Safe for several
 * threads.
 *
 * <p>Each event is signed as FinFusion's are assumed to be, and sent again, with a new timestamp
 * and the same id, until it is answered with a status 200 to 299 or all attempts are used. An
 * endpoint gets events in their order unless one has to be sent again. An address of another
 * machine gets none, unless the sandbox was built with {@link Sandbox.Builder#allowRemote()}.
 */
public final class SandboxWebhooks {
  private final WebhookSecrets secrets;
  private final WebhookEndpoints endpoints;
  private final WebhookSender sender;
  private final boolean remoteAllowed;
  private final DeliveryShuffle disorder = new DeliveryShuffle();
  private final Queue<Delivery> dispatches = new ConcurrentLinkedQueue<>();

  SandboxWebhooks(SandboxContext base, RetrySchedule retries, boolean remoteAllowed) {
    this.secrets = new WebhookSecrets(base.clock());
    this.endpoints = new WebhookEndpoints(base.store());
    this.sender = new WebhookSender(secrets, retries, base.clock(), WebhookSender.Waits.REAL);
    this.remoteAllowed = remoteAllowed;
  }

  /** Sends each of the next deliveries twice: the same event, with the same id. */
  public SandboxWebhooks duplicate(int deliveries) {
    disorder.duplicate(deliveries);
    return this;
  }

  /**
   * Holds the next deliveries back until there are so many, 2 or more, and sends the last one
   * first.
   */
  public SandboxWebhooks reorder(int deliveries) {
    disorder.reorder(deliveries);
    return this;
  }

  /** All deliveries up to now, in the order of their events. */
  public List<WebhookDelivery> deliveries() {
    return dispatches.stream().map(Delivery::view).toList();
  }

  /**
   * All deliveries up to now, once none of them is pending; it is cancelled when the sandbox closes
   * before. An event is among them as soon as the call that made it happen has returned.
   */
  public CompletableFuture<List<WebhookDelivery>> settled() {
    List<Delivery> now = List.copyOf(dispatches);
    return CompletableFuture.allOf(
            now.stream().map(Delivery::ended).toArray(CompletableFuture<?>[]::new))
        .thenApply(done -> now.stream().map(Delivery::view).toList());
  }

  WebhookSecrets secrets() {
    return secrets;
  }

  /** Sends an event to all who want it. */
  void send(JsonNode event) {
    for (WebhookEndpoints.Endpoint endpoint : endpoints.wanting(event.path("type").asText())) {
      List<Delivery> copies = disorder.copies(new Delivery(event, endpoint));
      dispatches.addAll(copies);
      disorder.next(copies).forEach(this::start);
    }
  }

  void close() {
    sender.close();
    dispatches.forEach(Delivery::abandon);
  }

  private void start(Delivery dispatch) {
    if (dispatch.endpoint().isReachable(remoteAllowed)) {
      sender.start(dispatch);
    } else {
      dispatch.end(WebhookDelivery.Status.GIVEN_UP);
    }
  }
}
