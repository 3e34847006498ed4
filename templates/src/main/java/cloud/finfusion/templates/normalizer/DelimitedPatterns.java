package cloud.finfusion.templates.normalizer;

import io.swagger.v3.oas.models.media.Schema;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes patterns as {@code /^[a-z]+$/i}, which JavaScript has in its code, as OpenAPI and Java
 * have them. Anchored within its slashes, such a pattern would fit no text at all.
 */
final class DelimitedPatterns {
  private static final Pattern DELIMITED =
      Pattern.compile("/(?<inner>\\^.*|.*(?<!\\\\)\\$)/(?<flags>[dgimsuvy]*)", Pattern.DOTALL);

  /** Of the others, those that change what fits are the default of Java or of no use to a text. */
  private static final Pattern NOT_OF_JAVA = Pattern.compile("[^ims]");

  private DelimitedPatterns() {}

  static void plain(Schema<?> schema) {
    if (schema.getPattern() != null) {
      Matcher written = DELIMITED.matcher(schema.getPattern());
      if (written.matches()) {
        String flags = NOT_OF_JAVA.matcher(written.group("flags")).replaceAll("");
        String prefix = flags.isEmpty() ? "" : "(?" + flags + ")";
        schema.setPattern(prefix + written.group("inner"));
      }
    }
  }
}
