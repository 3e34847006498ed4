package cloud.finfusion.error;

import cloud.finfusion.runtime.SafeText;
import java.time.Duration;

/** The server responded with success, but the body is not what the specification promises. */
public class InvalidResponseException extends FinFusionException {
  private static final long serialVersionUID = 1L;

  private final String path;

  /** The problem says what was expected and what came; the path says where in the body. */
  public InvalidResponseException(CallFacts facts, String path, String problem) {
    super(
        facts,
        "the response cannot be read at "
            + SafeText.path(path)
            + ": "
            + problem
            + ". Check the base URL, or regenerate the SDK.",
        null);
    this.path = SafeText.path(path);
  }

  private InvalidResponseException(CallFacts facts, String sentence) {
    super(facts, sentence, null);
    this.path = "$";
  }

  /**
   * Returns the error of a list that cannot be read to its end, though each of its pages is well
   * formed. The problem says what was expected and what came.
   *
   * @param operation the operation's name, as {@code payments.list}
   */
  public static InvalidResponseException inList(String operation, String problem) {
    return new InvalidResponseException(
        new CallFacts(operation, Outcome.UNKNOWN, false, 1, Duration.ZERO, null),
        "the list cannot be read to its end: "
            + problem
            + ". Keep the items that came, and report the list to FinFusion.");
  }

  /** Returns the place as a JSON path, as {@code $.amount.value}. */
  public String path() {
    return path;
  }
}
