package cloud.finfusion.templates.reference;

/** The specification does not say enough to make a value; the message says what is missing. */
public final class NoExampleException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Says what is missing. */
  public NoExampleException(String reason) {
    super(reason);
  }
}
