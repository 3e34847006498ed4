package cloud.finfusion.verification.specdiff;

import java.util.Locale;

/** What a change asks of those who use the SDK, in the words of semantic versioning. */
public enum Change {
  /** Nothing that anybody could see. */
  NONE,
  /** Text; programs behave as before. */
  PATCH,
  /** Something new; programs compile and run as before. */
  MINOR,
  /** A program may no longer compile or run. */
  MAJOR;

  /** The larger of two verdicts. */
  public Change and(Change other) {
    return compareTo(other) < 0 ? other : this;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
