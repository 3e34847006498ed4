package cloud.finfusion.sandbox.internal.console;

import cloud.finfusion.sandbox.internal.history.Redaction;
import cloud.finfusion.sandbox.internal.http.ApiError;
import cloud.finfusion.sandbox.internal.http.ApiRequest;
import cloud.finfusion.sandbox.internal.http.Json;
import cloud.finfusion.sandbox.internal.webhooks.Deliveries;
import cloud.finfusion.sandbox.internal.webhooks.Delivery;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** The deliveries of events, each of which can be sent again. */
final class DeliveryView {
  private final Deliveries deliveries;

  DeliveryView(Deliveries deliveries) {
    this.deliveries = deliveries;
  }

  JsonNode page(ApiRequest request) {
    return Paging.page(request, deliveries.newest(), DeliveryView::row);
  }

  JsonNode sendAgain(JsonNode wanted) {
    String event = wanted.path("event").asText();
    if (!deliveries.sendAgain(event, wanted.path("endpoint").asText())) {
      throw new ApiError(404, "The sandbox keeps no delivery of this event to this endpoint.");
    }
    return Json.object().put("event", event);
  }

  private static JsonNode row(Delivery delivery) {
    // read before the attempts: an ended delivery makes no further attempt
    String state = delivery.state().name().toLowerCase(Locale.ROOT);
    return Json.object()
        .put("event", delivery.eventId())
        .put("type", delivery.eventType())
        .put("endpoint", delivery.endpoint().id())
        .put("url", Redaction.textOrUrl(delivery.endpoint().url()))
        .put("state", state)
        .put("attempts", delivery.attempts())
        .put("status", delivery.lastStatus());
  }
}
