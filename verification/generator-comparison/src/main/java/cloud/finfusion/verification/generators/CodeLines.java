package cloud.finfusion.verification.generators;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lines that hold code: neither blank nor comment alone. */
final class CodeLines {
  private static final Pattern TEXT_OR_COMMENT =
      Pattern.compile(
          "(?<text>\"\"\"(?s:.*?)\"\"\"|\"[^\"\\\\\\n]*+(?:\\\\.[^\"\\\\\\n]*+)*+\"|'(?:\\\\.|[^'\\\\\\n])+')"
              + "|//[^\\n]*|/\\*(?s:.*?)\\*/");

  private CodeLines() {}

  static long of(Path file) {
    try {
      return in(Files.readString(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static long in(String source) {
    return withoutComments(source).lines().filter(line -> !line.isBlank()).count();
  }

  private static String withoutComments(String source) {
    return TEXT_OR_COMMENT
        .matcher(source)
        .replaceAll(
            found -> found.group(1) == null ? "" : Matcher.quoteReplacement(found.group(1)));
  }
}
