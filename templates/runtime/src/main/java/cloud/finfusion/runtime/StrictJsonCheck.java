// What Gson 2.10 takes and RFC 8259 does not, and no more: all else is refused by Gson itself.
package cloud.finfusion.runtime;

import java.util.regex.Pattern;

/**
 * Finds what a Gson without a strict mode would take: TRUE, raw control characters, deep nesting.
 */
final class StrictJsonCheck {
  /** The limit of nesting that Gson has had since 2.12. */
  static final int MAX_DEPTH = 255;

  private static final char FIRST_PRINTED = ' ';
  private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{4}");

  private final String document;
  private int at;
  private int depth;

  private StrictJsonCheck(String document) {
    this.document = document;
  }

  /** Returns the index of the first fault; -1 if there is none. */
  static int firstFault(String document) {
    StrictJsonCheck check = new StrictJsonCheck(document);
    while (check.at < document.length()) {
      if (!check.passes(document.charAt(check.at))) {
        return check.at;
      }
      check.at++;
    }
    return -1;
  }

  private boolean passes(char c) {
    return switch (c) {
      case '"' -> passesText();
      case '[', '{' -> ++depth <= MAX_DEPTH;
      case ']', '}' -> --depth < MAX_DEPTH;
      default -> c < 'A' || c > 'Z' || isExponent();
    };
  }

  /** The only capital letter of JSON outside of texts; Gson takes true, false and null in any. */
  private boolean isExponent() {
    return document.charAt(at) == 'E' && at > 0 && Character.isDigit(document.charAt(at - 1));
  }

  /** Ends at the closing quote. */
  private boolean passesText() {
    for (at++; at < document.length(); at++) {
      char c = document.charAt(at);
      if (c == '"') {
        return true;
      }
      if (c == '\\') {
        at++;
        if (at < document.length() && !passesEscape(document.charAt(at))) {
          return false;
        }
      } else if (c < FIRST_PRINTED) {
        return false;
      }
    }
    return true; // an open text, which Gson refuses
  }

  /** Gson knows two escapes more, and throws another exception for digits that are none. */
  private boolean passesEscape(char escaped) {
    return escaped == 'u'
        ? HEX.matcher(document).region(at + 1, document.length()).lookingAt()
        : escaped != '\'' && escaped != '\n';
  }
}
