package cloud.finfusion.error;

import cloud.finfusion.runtime.SafeText;

/** The server responded with success, but the body is not what the specification promises. */
public class InvalidResponseException extends FinFusionException {
  private static final long serialVersionUID = 1L;

  private final String path;

  /** The problem says what was expected and what came; the path says where in the body. */
  public InvalidResponseException(CallFacts facts, String path, String problem) {
    super(
        facts,
        "the answer cannot be read at "
            + SafeText.path(path)
            + ": "
            + problem
            + ". Check the base URL, or regenerate the SDK.",
        null);
    this.path = SafeText.path(path);
  }

  /** Returns the place as a JSON path, as {@code $.amount.value}. */
  public String path() {
    return path;
  }
}
