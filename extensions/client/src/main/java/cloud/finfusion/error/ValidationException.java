package cloud.finfusion.error;

/** 400 or 422: the server refused what was sent. Documented by the vendor as ValidationError. */
public class ValidationException extends ApiException {
  private static final long serialVersionUID = 1L;

  /** A response of this kind. */
  public ValidationException(CallFacts facts, ErrorResponse response) {
    super(facts, response, refused(response));
  }

  private static String refused(ErrorResponse response) {
    String fields = response.fields();
    return (fields.isEmpty() ? "it refused the request" : "it refused " + fields)
        + ". Correct it, as details() says, and send it again.";
  }
}
