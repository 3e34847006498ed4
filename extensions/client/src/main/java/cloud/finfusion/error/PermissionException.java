package cloud.finfusion.error;

/** 403: the credential is valid but lacks the permission. */
public class PermissionException extends ApiException {
  private static final long serialVersionUID = 1L;

  /** A response of this kind. */
  public PermissionException(CallFacts facts, ErrorResponse response) {
    super(
        facts,
        response,
        "the credential lacks the permission. Use a key that has it, or a token with the scope.");
  }
}
