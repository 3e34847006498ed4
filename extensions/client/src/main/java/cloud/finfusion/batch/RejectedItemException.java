package cloud.finfusion.batch;

/**
 * Thrown by the iterator of a bulk run for an item that it cannot make, as a malformed row of a
 * file: the item fails alone and the run goes on with the next.
 */
public class RejectedItemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient String source;

  /**
   * An item that cannot be made.
   *
   * @param source what the item was to be made of, as the row; written to the failures file and
   *     nowhere else
   * @param problem where the source stands and what is wrong with it, as {@code line 7: no email}
   */
  public RejectedItemException(String source, String problem) {
    super(problem);
    this.source = source;
  }

  /** Returns what the item was to be made of. */
  public String source() {
    return source;
  }
}
