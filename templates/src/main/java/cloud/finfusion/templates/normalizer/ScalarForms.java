package cloud.finfusion.templates.normalizer;

import cloud.finfusion.templates.file.WrittenIntegers;
import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.utils.ModelUtils;

/** Chooses formats whose Java types hold every value that the specification allows. */
public final class ScalarForms {
  /** Of an integer that 64 bits may not hold. */
  public static final String BIG_INTEGER = "big-integer";

  /** Set on an integer that its default or an example has made wider: the format it had. */
  public static final String WIDENED = "x-widened";

  /** What a Java int holds. */
  private static final Set<String> SMALL = Set.of("int8", "int16", "int32", "uint8", "uint16");

  /** What specifications call integers of more than 64 bits. */
  private static final Set<String> LARGE =
      Set.of(BIG_INTEGER, "bigint", "biginteger", "int128", "uint128", "uint64");

  /** Upstream reads any other, as {@code decimal} or {@code map}, as the name of a type. */
  private static final Set<String> TEXTS =
      Set.of("date", "date-time", "byte", "binary", "uuid", "uri", "email", "password");

  private ScalarForms() {}

  /**
   * Chooses the format of a schema.
   *
   * @param values those of its enum or constant, if it has one
   */
  static void choose(Schema<?> schema, List<?> values) {
    if (ModelUtils.isIntegerSchema(schema)) {
      schema.setFormat(integer(schema, values));
    } else if (ModelUtils.isNumberSchema(schema)) {
      schema.setFormat(null); // float and double too: binary fractions hold no decimal price
    } else if (ModelUtils.isStringSchema(schema) && !isText(schema.getFormat())) {
      schema.setFormat(null);
    }
  }

  /** A format is often wrong, and an amount beyond it would be lost. */
  private static String integer(Schema<?> schema, List<?> values) {
    String declared = lower(schema.getFormat());
    List<BigDecimal> allowed = Stream.concat(bounds(schema), whole(values)).toList();
    String form = integer(declared, allowed);
    String wide = integer(declared, Stream.concat(allowed.stream(), shown(schema)).toList());
    if (!wide.equals(form)) {
      schema.addExtension(WIDENED, form);
    }
    return wide;
  }

  /** An integer is one of 64 bits unless its format, or what holds its values, is another. */
  private static String integer(String format, List<BigDecimal> values) {
    if (LARGE.contains(format) || isAnyBeyond(values, Long.MIN_VALUE, Long.MAX_VALUE)) {
      return BIG_INTEGER;
    }
    boolean small =
        SMALL.contains(format) && !isAnyBeyond(values, Integer.MIN_VALUE, Integer.MAX_VALUE);
    return small ? "int32" : "int64";
  }

  /** The least and the greatest value; 3.0 says by a boolean that a bound itself is excluded. */
  private static Stream<BigDecimal> bounds(Schema<?> schema) {
    int above = Boolean.TRUE.equals(schema.getExclusiveMinimum()) ? 1 : 0;
    int below = Boolean.TRUE.equals(schema.getExclusiveMaximum()) ? -1 : 0;
    return Stream.of(
            next(schema.getMinimum(), above),
            next(schema.getMaximum(), below),
            next(schema.getExclusiveMinimumValue(), 1),
            next(schema.getExclusiveMaximumValue(), -1))
        .flatMap(Optional::stream);
  }

  private static Optional<BigDecimal> next(@Nullable BigDecimal bound, int step) {
    return Optional.ofNullable(bound).map(each -> each.add(BigDecimal.valueOf(step)));
  }

  private static Stream<BigDecimal> shown(Schema<?> schema) {
    List<@Nullable Object> shown = new ArrayList<>(WrittenIntegers.shown(schema));
    shown.add(schema.getDefault());
    shown.add(schema.getExample());
    if (schema.getExamples() != null) {
      shown.addAll(schema.getExamples());
    }
    return whole(shown);
  }

  private static Stream<BigDecimal> whole(List<?> values) {
    return values.stream().map(String::valueOf).flatMap(WrittenIntegers::whole);
  }

  private static boolean isAnyBeyond(List<BigDecimal> said, long min, long max) {
    return said.stream()
        .anyMatch(
            each ->
                each.compareTo(BigDecimal.valueOf(min)) < 0
                    || each.compareTo(BigDecimal.valueOf(max)) > 0);
  }

  private static boolean isText(@Nullable String format) {
    return TEXTS.contains(lower(format));
  }

  private static String lower(@Nullable String format) {
    return format == null ? "" : format.toLowerCase(Locale.ROOT);
  }
}
