package cloud.finfusion.templates.reference;

/** The specification does not say enough to make a value; the message says what is missing. */
final class NoExampleException extends RuntimeException {
  private static final long serialVersionUID = 1;

  NoExampleException(String reason) {
    super(reason);
  }
}
