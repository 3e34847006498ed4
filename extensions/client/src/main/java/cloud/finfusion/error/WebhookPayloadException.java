package cloud.finfusion.error;

/**
 * A webhook whose body cannot be used: it exceeds the size limit, which is checked before the
 * signature, or it is genuine but not an event. The message never shows the body.
 */
public class WebhookPayloadException extends FinFusionException {
  private static final long serialVersionUID = 1L;

  /** What was expected, what was got, and what to do. */
  public WebhookPayloadException(String sentence) {
    super(CallFacts.local("webhook"), sentence, null);
  }
}
