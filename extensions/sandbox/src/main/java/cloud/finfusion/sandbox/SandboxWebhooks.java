package cloud.finfusion.sandbox;

import cloud.finfusion.sandbox.internal.execution.OwnCalls;
import cloud.finfusion.sandbox.internal.http.Json;
import cloud.finfusion.sandbox.internal.webhooks.Deliveries;
import cloud.finfusion.sandbox.internal.webhooks.Delivery;
import cloud.finfusion.sandbox.internal.webhooks.Events;
import cloud.finfusion.sandbox.internal.webhooks.WebhookEndpoints;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;

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
  private final Deliveries deliveries;
  private final OwnCalls calls;
  private final Events events;
  private final boolean remoteAllowed;

  SandboxWebhooks(Deliveries deliveries, OwnCalls calls, Events events, boolean remoteAllowed) {
    this.deliveries = deliveries;
    this.calls = calls;
    this.events = events;
    this.remoteAllowed = remoteAllowed;
  }

  /**
   * Creates an endpoint that gets the events of all types, as the API would.
   *
   * @return the endpoint's signing secret
   * @throws IllegalArgumentException if the sandbox sends no events to this URL
   */
  public String forwardTo(URI url) {
    if (!new WebhookEndpoints.Endpoint("", url.toString()).isReachable(remoteAllowed)) {
      throw new IllegalArgumentException(
          "Events are sent to http and https URLs of this machine;"
              + " allowRemote(), or --allow-remote of the program, allows others.");
    }
    ObjectNode fields = Json.object().put("url", url.toString());
    ArrayNode types = fields.putArray("events");
    eventTypes().forEach(types::add);
    return calls.post("/v2/webhooks", fields).path("secret").asText();
  }

  /** All event types of the specification, sorted; empty when it has none. */
  public List<String> eventTypes() {
    return events.types().stream().sorted().toList();
  }

  /** Duplicates the next deliveries: the same event, with the same id. */
  public SandboxWebhooks duplicate(int deliveries) {
    this.deliveries.shuffle().duplicate(deliveries);
    return this;
  }

  /**
   * Holds the next deliveries back until there are this many, at least 2, and then sends them in
   * reverse order.
   */
  public SandboxWebhooks reorder(int deliveries) {
    this.deliveries.shuffle().reorder(deliveries);
    return this;
  }

  /**
   * All pending deliveries and the newest ended ones, in the order of their events: 1,000 ended
   * ones unless {@link Sandbox.Builder#history(int)} says otherwise.
   */
  public List<WebhookDelivery> deliveries() {
    return snapshots(deliveries.newest());
  }

  /**
   * Completes with these deliveries when none of them is pending any more; cancelled when the
   * sandbox closes before. The events of a call are among them once the call has returned.
   */
  public CompletableFuture<List<WebhookDelivery>> whenNonePending() {
    return deliveries.whenNonePending().thenApply(SandboxWebhooks::snapshots);
  }

  private static List<WebhookDelivery> snapshots(List<Delivery> deliveries) {
    return deliveries.stream().map(WebhookDelivery::of).toList();
  }
}
