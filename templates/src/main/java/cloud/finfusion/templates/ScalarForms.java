package cloud.finfusion.templates;

import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.utils.ModelUtils;

/** Chooses formats whose Java types hold every value that the specification allows. */
final class ScalarForms {
  /** Of an integer that 64 bits may not hold. */
  static final String BIG_INTEGER = "big-integer";

  /** What a Java int holds. */
  private static final Set<String> SMALL = Set.of("int8", "int16", "int32", "uint8", "uint16");

  /** Upstream reads any other, as {@code decimal} or {@code map}, as the name of a type. */
  private static final Set<String> TEXTS =
      Set.of("date", "date-time", "byte", "binary", "uuid", "uri", "email", "password");

  private ScalarForms() {}

  static void choose(Schema<?> schema) {
    if (ModelUtils.isIntegerSchema(schema)) {
      schema.setFormat(integer(schema));
    } else if (ModelUtils.isNumberSchema(schema)) {
      schema.setFormat(null); // float and double too: binary fractions hold no decimal price
    } else if (ModelUtils.isStringSchema(schema) && !isText(schema.getFormat())) {
      schema.setFormat(null);
    }
  }

  /**
   * An integer is one of 64 bits unless its format or the values that are said of it ask for
   * others.
   */
  private static String integer(Schema<?> schema) {
    String format = lower(schema.getFormat());
    if (format.equals("uint64") || isAnyBeyond(schema, Long.MIN_VALUE, Long.MAX_VALUE)) {
      return BIG_INTEGER;
    }
    boolean small =
        SMALL.contains(format) && !isAnyBeyond(schema, Integer.MIN_VALUE, Integer.MAX_VALUE);
    return small ? "int32" : "int64";
  }

  /**
   * Whether a bound, the default or an example is: a format is often wrong, and the amount lost.
   */
  private static boolean isAnyBeyond(Schema<?> schema, long min, long max) {
    return Stream.of(
            schema.getMinimum(),
            schema.getMaximum(),
            schema.getExclusiveMinimumValue(),
            schema.getExclusiveMaximumValue(),
            number(schema.getDefault()),
            number(schema.getExample()))
        .filter(Objects::nonNull)
        .anyMatch(
            each ->
                each.compareTo(BigDecimal.valueOf(min)) < 0
                    || each.compareTo(BigDecimal.valueOf(max)) > 0);
  }

  private static @Nullable BigDecimal number(@Nullable Object said) {
    String text = said == null ? "" : said.toString();
    return text.matches("-?\\d{1,100}") ? new BigDecimal(text) : null;
  }

  private static boolean isText(@Nullable String format) {
    return TEXTS.contains(lower(format));
  }

  private static String lower(@Nullable String format) {
    return format == null ? "" : format.toLowerCase(Locale.ROOT);
  }
}
