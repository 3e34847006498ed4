package cloud.finfusion.error;

/**
 * A webhook that is not shown to be genuine: a header is missing or malformed, the signature fits
 * none of the secrets, or the time is too far from now. Do not act on it; return status 400. The
 * message shows neither a secret, nor a signature, nor the body.
 */
public class WebhookSignatureException extends FinFusionException {
  private static final long serialVersionUID = 1L;

  /** What was expected, what was got, and what to do. */
  public WebhookSignatureException(String sentence) {
    super(CallFacts.local("webhook"), sentence, null);
  }
}
