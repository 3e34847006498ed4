package cloud.finfusion.internal.check;

/**
 * The characters of a token, which headers can hold: ASCII without spaces and control characters.
 */
public final class VisibleAscii {
  private VisibleAscii() {}

  /** Returns whether there are characters, and only visible ones. */
  public static boolean is(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < 0x21 || text.charAt(i) > 0x7E) {
        return false;
      }
    }
    return !text.isEmpty();
  }
}
