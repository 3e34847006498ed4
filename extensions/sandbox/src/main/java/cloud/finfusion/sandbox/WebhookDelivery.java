package cloud.finfusion.sandbox;

/**
 * An event on its way to a webhook endpoint, as it was when you asked.
 *
 * @param eventId the event's id, the same in all attempts and in a duplicate
 * @param eventType what happened, such as {@code payment.succeeded}
 * @param url the endpoint's address
 * @param status how far it came
 * @param attempts how often it was sent up to now
 */
public record WebhookDelivery(
    String eventId, String eventType, String url, Status status, int attempts) {
  /** How far a delivery came. */
  public enum Status {
    /** Held back, being sent, or waiting for its next attempt. */
    PENDING,
    /** The endpoint answered with a status 200 to 299. */
    DELIVERED,
    /** All attempts failed; or none was made, since the address is of another machine. */
    GIVEN_UP
  }
}
