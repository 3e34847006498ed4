// Gson's own messages quote the document; ours name the place only.
package cloud.finfusion.runtime;

import com.google.gson.JsonParseException;

/**
 * JSON that is malformed or not of the expected shape. The message names the place, never the
 * value; a name in it that is long, or not a usual name, is replaced.
 */
public class UnreadableJsonException extends JsonParseException {
  private static final long serialVersionUID = 1L;

  private final String path;
  private final String problem;

  /** Says where the document is wrong and what was expected there. */
  public UnreadableJsonException(String path, String problem) {
    super(problem + " at " + SafeText.path(path));
    this.path = SafeText.path(path);
    this.problem = problem;
  }

  /** Returns the place as a JSON path, as {@code $.amount.value}. */
  public String path() {
    return path;
  }

  /** Returns what was expected there and what came, in words that hold no value. */
  public String problem() {
    return problem;
  }

  /** Returns the same problem seen from a document around this one. */
  UnreadableJsonException within(String outerPath) {
    return new UnreadableJsonException(outerPath + path.substring(1), problem);
  }
}
