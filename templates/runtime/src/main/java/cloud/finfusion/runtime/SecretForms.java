// Secrets by their form: keys as the vendor writes them, and numbers of cards by their check digit.
package cloud.finfusion.runtime;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds keys as the vendor forms them, and numbers of cards. Linear in the length of the text. */
final class SecretForms {
  private static final String[] KEYS = {"dev_", "prod_", "rest_", "sk_", "whsec_"};
  private static final int SHORTEST_CARD = 12;
  private static final int SHORTEST_GLUED_CARD = 13;
  private static final int LONGEST_CARD = 19;

  /**
   * So many letters and digits in a row, a digit among them, make a key of what may be the end of a
   * word, as in task_1.
   */
  private static final int SHORTEST_GLUED_KEY = 10;

  /** So many without a digit too: words are shorter. */
  private static final int LONGEST_WORD = 20;

  private static final int GLUED_KEY_LOOK = 40;

  /** A UUID, or 32 hexadecimal digits and more, not all decimal; a whole word. */
  private static final Pattern HASH =
      Pattern.compile(
          "(?:\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}"
              + "|(?=\\d*+[a-fA-F])\\p{XDigit}{32,}+)(?![\\p{L}\\p{Nd}])");

  private final String text;
  private final String separators; // one may stand between two groups of digits
  private final boolean name;
  private int hashEnd; // of the hash or UUID that was found last
  private int next; // where to look if there was nothing

  private SecretForms(String text, String separators, boolean name) {
    this.text = text;
    this.separators = separators;
    this.name = name;
  }

  /**
   * Of what is shown whole or not at all: an underscore parts words, so that rather too much is
   * found.
   */
  static SecretForms inName(String name) {
    return new SecretForms(name, " ._:-", true);
  }

  /** Of what is shown without its secrets. */
  static SecretForms inText(String text) {
    return new SecretForms(text, " -\u00a0", false);
  }

  boolean isThere() {
    for (int at = 0; at < text.length(); at = next) {
      if (secretEnd(at) > at) {
        return true;
      }
    }
    return false;
  }

  String replacedBy(String other) {
    StringBuilder replaced = new StringBuilder();
    int copied = 0;
    int at = 0;
    while (at < text.length()) {
      int end = secretEnd(at);
      if (end > at) {
        replaced.append(text, copied, at).append(other);
        copied = end;
        at = end;
      } else {
        at = next;
      }
    }
    return copied == 0 ? text : replaced.append(text, copied, text.length()).toString();
  }

  /** The end of a secret that starts here; the start if none does. */
  private int secretEnd(int start) {
    next = start + 1;
    boolean startsWord = start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1));
    boolean startsId = start > 0 && text.charAt(start - 1) == '_' && !name;
    if (startsWord && start >= hashEnd) {
      hashEnd = hashEnd(start);
    }
    int end = keyEnd(start, startsWord && !startsId);
    if (end > start || !isDigit(start)) {
      return end;
    }
    next = digitsEnd(start, "");
    if (start < hashEnd) {
      return cardEnd(start, "");
    }
    if (startsId) {
      return start;
    }
    if (!startsWord && !name) {
      return cardEnd(start, separators);
    }
    next = digitsEnd(start, separators);
    return holdsCard(start, next) ? next : start;
  }

  /** The end of a key that starts here; the start if none does. */
  private int keyEnd(int start, boolean free) {
    for (String prefix : KEYS) {
      if (text.startsWith(prefix, start)) {
        int end = start + prefix.length();
        if (!free && !isByChance(end)) {
          return start;
        }
        boolean more = false;
        while (end < text.length()
            && !Character.isWhitespace(text.charAt(end))
            && "\"'<>,;&".indexOf(text.charAt(end)) < 0) {
          more |= Character.isLetterOrDigit(text.charAt(end));
          end++;
        }
        return more ? end : start; // the prefix alone is no key
      }
    }
    return start;
  }

  /**
   * Whether what starts here looks made by chance, as keys are, and is no word, as in risk_score.
   */
  private boolean isByChance(int start) {
    int length = 0;
    boolean digit = false;
    for (int i = start; i < Math.min(text.length(), start + GLUED_KEY_LOOK); i++) {
      if (Character.isLetterOrDigit(text.charAt(i))) {
        length++;
        digit |= isDigit(i);
        if (length >= (digit ? SHORTEST_GLUED_KEY : LONGEST_WORD)) {
          return true;
        }
      } else if (text.charAt(i) == '_' || text.charAt(i) == '-') {
        length = 0;
        digit = false;
      } else {
        return false;
      }
    }
    return false;
  }

  /** The end of a UUID, or of many hexadecimal digits, that starts here; the start if none does. */
  private int hashEnd(int start) {
    Matcher hash = HASH.matcher(text).region(start, text.length());
    return hash.lookingAt() ? hash.end() : start;
  }

  /**
   * The end of the digits that start here, with single separators between them; the start if none
   * do.
   */
  private int digitsEnd(int start, String between) {
    int end = start;
    while (isDigit(end) || (end > start && isOneOf(between, end) && isDigit(end + 1))) {
      end++;
    }
    return end;
  }

  private boolean isDigit(int at) {
    return at < text.length() && Character.isDigit(text.charAt(at));
  }

  private boolean isOneOf(String some, int at) {
    return at < text.length() && some.indexOf(text.charAt(at)) >= 0;
  }

  /**
   * The end of a card's number whose first digit stands here, and after whose last one stands none;
   * the start if there is none.
   */
  private int cardEnd(int start, String between) {
    if (Character.digit(text.charAt(start), 10) == 0) {
      return start; // no card starts so
    }
    int[] sums =
        new int[2]; // of digits of which every other one is doubled, from the first or second on
    int count = 0;
    int end = start;
    while (isDigit(end) && count < LONGEST_CARD) {
      int digit = Character.digit(text.charAt(end), 10);
      sums[count % 2] += doubled(digit);
      sums[1 - count % 2] += digit;
      count++;
      end++;
      if (count >= SHORTEST_GLUED_CARD && !isDigit(end) && sums[count % 2] % 10 == 0) {
        return end;
      }
      if (isOneOf(between, end)) {
        end++;
      }
    }
    return start;
  }

  private static int doubled(int digit) {
    return digit > 4 ? 2 * digit - 9 : 2 * digit;
  }

  /**
   * Whether some digits in a row are a card's number, by its check digit (Luhn), so that times and
   * other numbers stay.
   */
  private boolean holdsCard(int start, int end) {
    if (end - start < SHORTEST_CARD) {
      return false;
    }
    int[][] sums = new int[2][end - start + 1]; // of the digits up to here, every other one doubled
    int count = 0;
    for (int i = start; i < end; i++) {
      int digit = Character.digit(text.charAt(i), 10);
      if (digit >= 0) {
        sums[count % 2][count + 1] = sums[count % 2][count] + digit;
        sums[1 - count % 2][count + 1] = sums[1 - count % 2][count] + doubled(digit);
        count++;
        if (endsCard(sums[(count - 1) % 2], count)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean endsCard(int[] sums, int end) {
    for (int length = SHORTEST_CARD; length <= Math.min(LONGEST_CARD, end); length++) {
      if ((sums[end] - sums[end - length]) % 10 == 0) {
        return true;
      }
    }
    return false;
  }
}
