package cloud.finfusion.build;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the comments out of Java source. */
final class JavaComments {
  /** A comment, or what may hold the signs of one: a text block, a string, a character. */
  private static final Pattern COMMENT_OR_LITERAL =
      Pattern.compile(
          "(?s)/\\*.*?\\*/|//[^\\n]*|\"\"\".*?\"\"\"|\"(?:[^\"\\\\]++|\\\\.)*+\"|'(?:[^'\\\\]++|\\\\.)*+'");

  private static final Pattern NOT_A_LINE_END = Pattern.compile("[^\\n]+");

  private JavaComments() {}

  /** The source with nothing in place of comments but their ends of lines. */
  static String blank(String source) {
    return COMMENT_OR_LITERAL
        .matcher(source)
        .replaceAll(
            match ->
                Matcher.quoteReplacement(
                    match.group().startsWith("/")
                        ? NOT_A_LINE_END.matcher(match.group()).replaceAll("")
                        : match.group()));
  }
}
