// Builders refuse what the specification forbids before anything is sent.
package cloud.finfusion.runtime;

import org.jspecify.annotations.Nullable;

/**
 * A value given to the SDK that cannot be sent. Thrown before anything is sent; the message names
 * the field and the bound, never the value.
 */
public class InvalidArgumentException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST_FIELD = 256;
  private static final int LONGEST_PROBLEM = 1024;

  private final String field;
  private final String problem;

  /** Says which field is wrong and what was expected of it. */
  public InvalidArgumentException(String field, String problem) {
    super(shown(field) + ": " + SafeText.line(problem, LONGEST_PROBLEM));
    this.field = shown(field);
    this.problem = SafeText.line(problem, LONGEST_PROBLEM);
  }

  /** The names of maps are the caller's. */
  private static String shown(String field) {
    return SafeText.line(SafeText.redact(field), LONGEST_FIELD);
  }

  /** Refuses null, which callers without nullness checks can pass. */
  public static void unlessPresent(String field, @Nullable Object value) {
    if (value == null) {
      throw new InvalidArgumentException(field, "expected a value, got null. Build it first");
    }
  }

  /** Returns the field, as {@code CardParams.number}. */
  public String field() {
    return field;
  }

  /** Returns what is wrong with it, in words that hold no value. */
  public String problem() {
    return problem;
  }
}
