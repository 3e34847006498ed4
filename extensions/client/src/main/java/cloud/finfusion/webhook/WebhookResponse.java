package cloud.finfusion.webhook;

/**
 * The response for the sender of a webhook.
 *
 * @param status 200 if the event was handled, now or before; 400 if the webhook is not genuine or
 *     not an event; 409 while another delivery of the same event is being handled; 500 if a handler
 *     threw. The sender repeats after 409 and 500
 * @param contentType the type of the body
 * @param body {@code {"received":true}}, as the vendor documents, or a sentence that shows nothing
 *     secret
 */
public record WebhookResponse(int status, String contentType, String body) {
  static final WebhookResponse RECEIVED =
      new WebhookResponse(200, "application/json", "{\"received\":true}");
  static final WebhookResponse BUSY =
      text(409, "This event is being handled. Send it again later.");
  static final WebhookResponse FAILED =
      text(500, "The event was not handled. Send it again later.");

  static WebhookResponse refused(String sentence) {
    return text(400, sentence);
  }

  private static WebhookResponse text(int status, String sentence) {
    return new WebhookResponse(status, "text/plain; charset=utf-8", sentence);
  }
}
