package cloud.finfusion.error;

/**
 * There is no access token to sign the call with, so nothing was sent; the cause says why the token
 * endpoint gave none.
 */
public class TokenUnavailableException extends FinFusionException {
  private static final long serialVersionUID = 1L;

  /** A call, and why there is no token for it. */
  public TokenUnavailableException(CallFacts facts, FinFusionException cause) {
    super(facts, "no access token, nothing was sent this time; " + cause.getMessage(), cause);
  }
}
