// What the specification demands of a value; stock checks none of it.
package cloud.finfusion.runtime;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the specification says of a property's values. Builders demand it; what a server sends is
 * taken as it is.
 */
public interface Constraint {
  /** Hidden in texts for people. */
  Constraint SENSITIVE = (value, shown) -> null;

  /**
   * Returns what is wrong with the value, or null; the sentence may show it only if it is no
   * secret.
   */
  @Nullable String problem(Object value, boolean shown);

  /** From min to max characters. */
  static Constraint length(int min, int max) {
    return (value, shown) -> {
      String text = value.toString();
      return within(min, max, "characters", text.codePointCount(0, text.length()));
    };
  }

  /** At least min characters. */
  static Constraint minLength(int min) {
    return length(min, Integer.MAX_VALUE);
  }

  /** From min to max items. */
  static Constraint items(int min, int max) {
    return (value, shown) -> {
      int items = value instanceof Map<?, ?> map ? map.size() : ((Collection<?>) value).size();
      return within(min, max, "items", items);
    };
  }

  /** At least min items. */
  static Constraint minItems(int min) {
    return items(min, Integer.MAX_VALUE);
  }

  /** A regular expression that must be found in it. */
  static Constraint pattern(String regex) {
    Pattern pattern = Pattern.compile(inJava(regex));
    return (value, shown) ->
        pattern.matcher(value.toString()).find()
            ? null
            : "expected a text like " + regex + ", got another";
  }

  /** At least min and at most max; null for no bound. */
  static Constraint range(@Nullable String min, @Nullable String max) {
    BigDecimal low = min == null ? null : new BigDecimal(min);
    BigDecimal high = max == null ? null : new BigDecimal(max);
    String atLeast = low == null ? "" : "at least " + low + (high == null ? "" : " and ");
    String expected = "expected " + atLeast + (high == null ? "" : "at most " + high);
    return (value, shown) -> {
      BigDecimal number = new BigDecimal(value.toString());
      boolean fits =
          (low == null || number.compareTo(low) >= 0)
              && (high == null || number.compareTo(high) <= 0);
      return fits ? null : expected + (shown ? ", got " + number : "");
    };
  }

  /** Greater than the bound. */
  static Constraint above(String bound) {
    BigDecimal low = new BigDecimal(bound);
    return (value, shown) ->
        new BigDecimal(value.toString()).compareTo(low) > 0
            ? null
            : "expected more than " + low + (shown ? ", got " + value : "");
  }

  /** Less than the bound. */
  static Constraint below(String bound) {
    BigDecimal high = new BigDecimal(bound);
    return (value, shown) ->
        new BigDecimal(value.toString()).compareTo(high) < 0
            ? null
            : "expected less than " + high + (shown ? ", got " + value : "");
  }

  private static @Nullable String within(int min, int max, String unit, int got) {
    String bounds = max == Integer.MAX_VALUE ? "at least " + min : min + " to " + max;
    return got >= min && got <= max ? null : "expected " + bounds + " " + unit + ", got " + got;
  }

  /** The specification's {@code $} is the end; Java's would let a line break follow. */
  private static String inJava(String regex) {
    StringBuilder java = new StringBuilder();
    boolean inSet = false;
    for (int i = 0; i < regex.length(); i++) {
      char each = regex.charAt(i);
      if (each == '\\' && i + 1 < regex.length()) {
        java.append(each).append(regex.charAt(++i));
      } else {
        inSet = inSet ? each != ']' : each == '[';
        java.append(each == '$' && !inSet ? "\\z" : each);
      }
    }
    return java.toString();
  }
}
