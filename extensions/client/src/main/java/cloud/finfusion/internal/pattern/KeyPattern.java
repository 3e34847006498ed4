package cloud.finfusion.internal.pattern;

import cloud.finfusion.runtime.InvalidArgumentException;

/**
 * A pattern of cache keys: {@code *} stands for any run of characters, also an empty one; all else
 * stands for itself. It is not a regular expression, so that no character of an id has a meaning by
 * mistake, and matching takes time in proportion to the lengths of pattern and key, not to their
 * product.
 */
public record KeyPattern(String text) {
  /**
   * Returns the pattern of a text.
   *
   * @throws InvalidArgumentException if the text cannot match any key
   */
  public static KeyPattern of(String option, String text) {
    InvalidArgumentException.unlessPresent(option, text);
    if (!text.contains(".") && !text.contains("*")) {
      throw new InvalidArgumentException(
          option, "expected a pattern of keys, as customer.*, got \"" + text + "\"");
    }
    return new KeyPattern(text);
  }

  /** Returns whether a key of this family, the part before its first dot, can match. */
  public boolean mayMatch(String family) {
    int star = text.indexOf('*');
    int literal = star < 0 ? text.length() : star;
    boolean begins = text.regionMatches(0, family, 0, Math.min(literal, family.length()));
    return begins && (literal <= family.length() || text.charAt(family.length()) == '.');
  }

  /** Returns whether the whole key matches. */
  public boolean matches(String key) {
    String[] pieces = text.split("\\*", -1);
    if (pieces.length == 1) {
      return key.equals(text);
    }
    String first = pieces[0];
    String last = pieces[pieces.length - 1];
    int end = key.length() - last.length();
    int at = first.length();
    boolean fits = at <= end && key.startsWith(first) && key.endsWith(last);
    for (int i = 1; fits && i < pieces.length - 1; i++) {
      at = after(pieces[i], key, at, end);
      fits = at >= 0;
    }
    return fits;
  }

  /**
   * Returns where the first occurrence of a piece ends; -1 if there is none. In one pass (Knuth,
   * Morris, Pratt).
   */
  private static int after(String piece, String key, int start, int end) {
    if (piece.isEmpty()) {
      return start;
    }
    int[] shorter = new int[piece.length()]; // the longest prefix of the piece that ends here
    for (int i = 1, same = 0; i < piece.length(); i++) {
      same = extended(piece, shorter, same, piece.charAt(i));
      shorter[i] = same;
    }
    for (int i = start, same = 0; i < end; i++) {
      same = extended(piece, shorter, same, key.charAt(i));
      if (same == piece.length()) {
        return i + 1;
      }
    }
    return -1;
  }

  private static int extended(String piece, int[] shorter, int same, char next) {
    int fits = same;
    while (fits > 0 && piece.charAt(fits) != next) {
      fits = shorter[fits - 1];
    }
    return piece.charAt(fits) == next ? fits + 1 : 0;
  }

  @Override
  public String toString() {
    return text;
  }
}
