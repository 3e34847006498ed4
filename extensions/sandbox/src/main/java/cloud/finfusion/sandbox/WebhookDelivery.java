package cloud.finfusion.sandbox;

import cloud.finfusion.sandbox.internal.webhooks.Delivery;

/**
 * The delivery of an event to a webhook endpoint: a snapshot.
 *
 * @param eventId the event's id, the same in all attempts and in a duplicate
 * @param eventType what happened, such as {@code payment.succeeded}
 * @param url the endpoint's address
 * @param status whether the delivery is pending or how it ended
 * @param attempts how often it was sent so far
 */
public record WebhookDelivery(
    String eventId, String eventType, String url, Status status, int attempts) {
  static WebhookDelivery of(Delivery delivery) {
    // read before the attempts: an ended delivery makes no further attempt
    Status status = Status.valueOf(delivery.state().name());
    return new WebhookDelivery(
        delivery.eventId(),
        delivery.eventType(),
        delivery.endpoint().url(),
        status,
        delivery.attempts());
  }

  /** The status of a delivery. */
  public enum Status {
    /** Held back, being sent, or waiting for its next attempt. */
    PENDING,
    /** The endpoint responded with a status 200 to 299. */
    DELIVERED,
    /** All attempts failed, or none was made because the endpoint is on another machine. */
    GIVEN_UP
  }
}
