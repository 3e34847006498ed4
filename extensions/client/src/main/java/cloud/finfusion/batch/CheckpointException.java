package cloud.finfusion.batch;

import org.jspecify.annotations.Nullable;

/**
 * The checkpoint of a bulk run cannot be used: it is of another run, cut, in use, or cannot be read
 * or written. Nothing was lost: run again when the cause is mended.
 */
public class CheckpointException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The message says where, what was expected, what was found and what to do. */
  public CheckpointException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
