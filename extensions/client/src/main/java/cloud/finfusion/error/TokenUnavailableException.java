package cloud.finfusion.error;

/**
 * There is no access token to sign the call with, so nothing was sent. The cause says why the token
 * endpoint issued none.
 */
public class TokenUnavailableException extends FinFusionException {
  private static final long serialVersionUID = 1L;

  /** A call, and the reason why there is no token. */
  public TokenUnavailableException(CallFacts facts, FinFusionException cause) {
    super(facts, "no access token, nothing was sent this time; " + cause.getMessage(), cause);
  }
}
