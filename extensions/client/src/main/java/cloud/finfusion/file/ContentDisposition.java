package cloud.finfusion.file;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the file name of a {@code Content-Disposition} header (RFC 6266). */
final class ContentDisposition {
  private static final Pattern EXTENDED =
      Pattern.compile("(?i);\\s*filename\\*\\s*=\\s*UTF-8'[^']*'([^;\\s]+)");

  /** Possessive, as Java's other loops over alternatives take stack for each character. */
  private static final Pattern PLAIN =
      Pattern.compile("(?i);\\s*filename\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|([^;\\s\"]+))");

  /** The longest name that common file systems take, in bytes. */
  private static final int LONGEST = 255;

  private ContentDisposition() {}

  /** Returns the name without folders; null if there is none that is safe to use. */
  static @Nullable String fileName(@Nullable String header) {
    String given = header == null ? null : given(header);
    return given == null ? null : safe(given.substring(lastSeparator(given) + 1));
  }

  private static @Nullable String given(String header) {
    Matcher extended = EXTENDED.matcher(header);
    if (extended.find()) {
      return decoded(extended.group(1));
    }
    Matcher plain = PLAIN.matcher(header);
    if (!plain.find()) {
      return null;
    }
    String quoted = plain.group(1);
    return quoted == null ? plain.group(2) : quoted.replaceAll("\\\\(.)", "$1");
  }

  private static @Nullable String decoded(String encoded) {
    try {
      return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      return null;
    }
  }

  private static int lastSeparator(String name) {
    return Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\'));
  }

  private static @Nullable String safe(String name) {
    boolean unsafe =
        name.isBlank()
            || name.getBytes(StandardCharsets.UTF_8).length > LONGEST
            || name.startsWith(".")
            || name.chars().anyMatch(each -> Character.isISOControl(each) || each == ':');
    return unsafe ? null : name;
  }
}
