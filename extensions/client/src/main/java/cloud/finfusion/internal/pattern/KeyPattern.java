package cloud.finfusion.internal.pattern;

import cloud.finfusion.runtime.InvalidArgumentException;

/**
 * Matches keys: {@code *} stands for any run of characters, also for none; all else stands for
 * itself. No regular expression, so that no id and no pattern can be one by mistake, and the time
 * is bounded by the product of the lengths.
 */
public record KeyPattern(String text) {
  /**
   * A pattern that can match a key.
   *
   * @throws InvalidArgumentException if it cannot match any key
   */
  public static KeyPattern of(String option, String text) {
    if (!text.contains(".") && !text.contains("*")) {
      throw new InvalidArgumentException(
          option, "expected a pattern of keys, as customer.*, got \"" + text + "\"");
    }
    return new KeyPattern(text);
  }

  /** Whether the whole key matches. */
  public boolean matches(String key) {
    int inText = 0;
    int inKey = 0;
    int star = -1;
    int resume = 0;
    while (inKey < key.length()) {
      if (at(inText) == '*') {
        star = inText++;
        resume = inKey;
      } else if (inText < text.length() && text.charAt(inText) == key.charAt(inKey)) {
        inText++;
        inKey++;
      } else if (star >= 0) {
        inText = star + 1;
        inKey = ++resume; // the star takes one character more
      } else {
        return false;
      }
    }
    return text.substring(inText).chars().allMatch(each -> each == '*');
  }

  private char at(int index) {
    return index < text.length() ? text.charAt(index) : 0;
  }

  @Override
  public String toString() {
    return text;
  }
}
