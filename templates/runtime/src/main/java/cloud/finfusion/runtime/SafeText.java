// Names of a document, and values, stand in messages and logs: they must not forge lines or repeat
// a secret.
package cloud.finfusion.runtime;

import java.util.HexFormat;

/**
 * Text of others made fit for messages and logs. Linear in the length of the text; for the SDK
 * itself.
 */
public final class SafeText {
  /** Stands where a secret stood. */
  public static final String HIDDEN = "***";

  private static final int LONGEST_NAME = 64;
  private static final int LONGEST_PATH = 256;
  private static final String CUT = "...";

  private SafeText() {}

  /**
   * The text on one line of at most so many UTF-8 bytes; what is invisible or starts a line is
   * written as an escape.
   */
  public static String line(String text, int maxBytes) {
    if (text.length() <= maxBytes && isPlain(text)) {
      return text;
    }
    StringBuilder line = new StringBuilder();
    int bytes = 0;
    int cutAt = 0;
    for (int at = 0; at < text.length(); ) {
      int point = text.codePointAt(at);
      String shown = shown(point);
      bytes += isVisible(point) ? bytes(point) : shown.length();
      if (bytes > maxBytes) {
        return line.substring(0, cutAt) + CUT;
      }
      line.append(shown);
      cutAt = bytes <= maxBytes - CUT.length() ? line.length() : cutAt;
      at += Character.charCount(point);
    }
    return line.toString();
  }

  private static boolean isPlain(String text) {
    return text.chars().allMatch(each -> each >= ' ' && each <= '~');
  }

  private static String shown(int point) {
    if (isVisible(point)) {
      return Character.toString(point);
    }
    StringBuilder escaped = new StringBuilder();
    for (char each : Character.toChars(point)) {
      escaped.append("\\u").append(HexFormat.of().toHexDigits(each));
    }
    return escaped.toString();
  }

  private static boolean isVisible(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          false;
      default -> true;
    };
  }

  private static int bytes(int point) {
    return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }

  /**
   * A name, code or id that another chose: at most 64 of letters, digits and {@code ._:-}, all else
   * replaced.
   */
  public static String name(String text) {
    String looked = text.length() > 2 * LONGEST_NAME ? text.substring(0, 2 * LONGEST_NAME) : text;
    if (looked.equals(HIDDEN) || holdsSecret(looked)) { // a safe name stays as it is
      return HIDDEN;
    }
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < Math.min(looked.length(), LONGEST_NAME); i++) {
      name.append(isOfName(looked.charAt(i)) ? looked.charAt(i) : '?');
    }
    return name.toString();
  }

  /** A JSON path whose names another chose: each as by {@link #name}. */
  public static String path(String path) {
    StringBuilder safe = new StringBuilder();
    int start = 0;
    for (int i = 0; i <= path.length() && safe.length() <= LONGEST_PATH; i++) {
      if (i == path.length() || ".[]$".indexOf(path.charAt(i)) >= 0) {
        safe.append(name(path.substring(start, i)))
            .append(i == path.length() ? "" : path.charAt(i));
        start = i + 1;
      }
    }
    if (holdsSecret(safe.toString())) {
      return "$." + HIDDEN;
    }
    return safe.length() <= LONGEST_PATH
        ? safe.toString()
        : safe.substring(0, LONGEST_PATH - CUT.length()) + CUT;
  }

  private static boolean isOfName(char each) {
    return each < 0x80 && (Character.isLetterOrDigit(each) || "._:-".indexOf(each) >= 0);
  }

  /** Whether a name holds what is a secret by its form, wherever it stands. */
  public static boolean holdsSecret(String name) {
    return SecretForms.inName(name).isThere();
  }

  /**
   * The text without keys as the vendor forms them, and without numbers of cards, also where they
   * are glued to letters. What follows an underscore is an id, as pay_4242424242424242, and no
   * number of a card.
   */
  public static String redact(String text) {
    return SecretForms.inText(text).replacedBy(HIDDEN);
  }

  /**
   * Refuses half of a character (a lone surrogate), which UTF-8 cannot hold: it would be sent as a
   * question mark.
   *
   * @throws InvalidArgumentException naming the field
   */
  public static void requireWhole(String field, String text) {
    if (isBroken(text)) {
      throw new InvalidArgumentException(
          field,
          "expected a text, got one with half of a character. Do not cut between two surrogates");
    }
  }

  /** Whether it holds half of a character. */
  public static boolean isBroken(String text) {
    for (int i = 0; i < text.length(); i++) { // no stream: each body is looked through
      if (Character.isSurrogate(text.charAt(i))) {
        int whole = text.codePointAt(i);
        if (!Character.isSupplementaryCodePoint(whole)) {
          return true;
        }
        i++;
      }
    }
    return false;
  }
}
