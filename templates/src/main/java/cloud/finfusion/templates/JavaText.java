package cloud.finfusion.templates;

import java.util.Map;
import org.apache.commons.text.translate.AggregateTranslator;
import org.apache.commons.text.translate.CharSequenceTranslator;
import org.apache.commons.text.translate.EntityArrays;
import org.apache.commons.text.translate.LookupTranslator;

/**
 * What stands between the quotes of a Java literal, exactly, with letters of any alphabet as they
 * are. Upstream writes {@code image/_*} for {@code image/*}, and a space for the end of a line.
 */
final class JavaText {
  private static final CharSequenceTranslator ESCAPES =
      new AggregateTranslator(
          new LookupTranslator(Map.of("\"", "\\\"", "\\", "\\\\")),
          new LookupTranslator(EntityArrays.JAVA_CTRL_CHARS_ESCAPE));

  private JavaText() {}

  /** With its quotes. */
  static String literal(String text) {
    return '"' + escape(text) + '"';
  }

  static String escape(String text) {
    return ESCAPES.translate(text);
  }
}
