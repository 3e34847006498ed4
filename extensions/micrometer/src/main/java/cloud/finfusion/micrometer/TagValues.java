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
  private static final String[] STATUSES = statuses();

  private TagValues() {}

  private static String[] statuses() {
    String[] texts = new String[600];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = i < 100 ? Bounded.OTHER : String.valueOf(i);
    }
    texts[0] = NONE;
    return texts;
  }

  static String status(int status) {
    return status >= 0 && status < STATUSES.length ? STATUSES[status] : Bounded.OTHER;
  }

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
