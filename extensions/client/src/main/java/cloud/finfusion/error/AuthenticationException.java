package cloud.finfusion.error;

/**
 * 401: the credential is invalid, revoked or expired. Documented by the vendor as
 * AuthenticationError.
 */
public class AuthenticationException extends ApiException {
  private static final long serialVersionUID = 1L;

  /** A response of this kind. */
  public AuthenticationException(CallFacts facts, ErrorResponse response) {
    super(
        facts,
        response,
        "it does not accept the credential. Check the key, or the client's id and secret, and the environment.");
  }
}
