package cloud.finfusion.webhook;

/**
 * What to answer the sender.
 *
 * @param status 200 for what was handled, now or before; 400 for what is not genuine or no event;
 *     409 while another delivery of the same event is being handled, and 500 when a handler threw:
 *     the sender repeats both
 * @param contentType of the body
 * @param body as documented by the vendor {@code {"received":true}}, or a sentence that shows
 *     nothing secret
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
