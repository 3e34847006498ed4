package cloud.finfusion.micrometer;

import cloud.finfusion.error.Outcome;
import cloud.finfusion.model.ErrorCode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The values of tags that come from a closed set. */
final class TagValues {
  /** Of a tag that is not broken down, so that sums are the same with and without details. */
  static final String ALL = "all";

  private static final String NONE = "none";

  private TagValues() {}

  /** The code, if the specification has it: a server may send any text. */
  static String code(@Nullable String code) {
    if (code == null) {
      return NONE;
    }
    boolean known = ErrorCode.of(code).known() != ErrorCode.Known.UNRECOGNIZED;
    return known ? code : Bounded.OTHER;
  }

  static String outcome(Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT);
  }
}
