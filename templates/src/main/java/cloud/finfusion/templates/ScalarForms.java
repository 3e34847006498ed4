package cloud.finfusion.templates;

import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.util.Locale;
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

  private static final BigDecimal MIN = BigDecimal.valueOf(Long.MIN_VALUE);
  private static final BigDecimal MAX = BigDecimal.valueOf(Long.MAX_VALUE);

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

  /** An integer is one of 64 bits unless its format or its bounds say otherwise. */
  private static String integer(Schema<?> schema) {
    String format = lower(schema.getFormat());
    if (SMALL.contains(format)) {
      return "int32";
    }
    return format.equals("uint64") || isBeyondLong(schema) ? BIG_INTEGER : "int64";
  }

  private static boolean isBeyondLong(Schema<?> schema) {
    return Stream.of(
            schema.getMinimum(),
            schema.getMaximum(),
            schema.getExclusiveMinimumValue(),
            schema.getExclusiveMaximumValue())
        .anyMatch(bound -> bound != null && (bound.compareTo(MIN) < 0 || bound.compareTo(MAX) > 0));
  }

  private static boolean isText(@Nullable String format) {
    return TEXTS.contains(lower(format));
  }

  private static String lower(@Nullable String format) {
    return format == null ? "" : format.toLowerCase(Locale.ROOT);
  }
}
