package cloud.finfusion.templates.file;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The names that a pointer, as {@code /paths/~1plan/post}, leads through. */
final class PointerTokens {
  private PointerTokens() {}

  static List<String> of(String pointer) {
    return Arrays.stream(pointer.substring(1).split("/", -1)).map(PointerTokens::decoded).toList();
  }

  private static String decoded(String token) {
    return unescaped(token).replace("~1", "/").replace("~0", "~");
  }

  /** The same if a percent sign escapes nothing. */
  private static String unescaped(String token) {
    try {
      return URLDecoder.decode(token.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException plain) {
      return token;
    }
  }
}
