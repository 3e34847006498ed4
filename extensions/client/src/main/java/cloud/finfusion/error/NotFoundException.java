package cloud.finfusion.error;

/** 404: there is no such resource. */
public class NotFoundException extends ApiException {
  private static final long serialVersionUID = 1L;

  /** A response of this kind. */
  public NotFoundException(CallFacts facts, ErrorResponse response) {
    super(facts, response, "there is no such resource. Check the id and the environment.");
  }
}
