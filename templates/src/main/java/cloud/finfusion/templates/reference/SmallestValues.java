package cloud.finfusion.templates.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.utils.ModelUtils;

/** The smallest value that the bounds of a text, a number or a truth allow. */
final class SmallestValues {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private SmallestValues() {}

  static JsonNode of(Schema<?> schema) {
    if (ModelUtils.isBooleanSchema(schema)) {
      return JSON.booleanNode(true);
    }
    if (ModelUtils.isIntegerSchema(schema)) {
      return JSON.numberNode(number(schema).setScale(0, RoundingMode.CEILING).toBigInteger());
    }
    if (ModelUtils.isNumberSchema(schema)) {
      return JSON.numberNode(number(schema));
    }
    return JSON.textNode(text(schema));
  }

  private static BigDecimal number(Schema<?> schema) {
    BigDecimal least = Objects.requireNonNullElse(schema.getMinimum(), BigDecimal.ONE);
    if (Boolean.TRUE.equals(schema.getExclusiveMinimum())) {
      least = least.add(BigDecimal.ONE);
    }
    if (schema.getExclusiveMinimumValue() != null) {
      least = schema.getExclusiveMinimumValue().add(BigDecimal.ONE);
    }
    BigDecimal fitting = schema.getMaximum() == null ? least : least.min(schema.getMaximum());
    BigDecimal below = below(schema);
    return below == null || fitting.compareTo(below) < 0 ? fitting : between(above(schema), below);
  }

  private static @Nullable BigDecimal below(Schema<?> schema) {
    return Boolean.TRUE.equals(schema.getExclusiveMaximum())
        ? schema.getMaximum()
        : schema.getExclusiveMaximumValue();
  }

  private static @Nullable BigDecimal above(Schema<?> schema) {
    return schema.getExclusiveMinimumValue() == null
        ? schema.getMinimum()
        : schema.getExclusiveMinimumValue();
  }

  private static BigDecimal between(@Nullable BigDecimal above, BigDecimal below) {
    return above == null
        ? below.subtract(BigDecimal.ONE)
        : above.add(below).divide(BigDecimal.valueOf(2));
  }

  private static String text(Schema<?> schema) {
    String usual = byFormat(Objects.requireNonNullElse(schema.getFormat(), ""));
    if (schema.getPattern() == null) {
      return sized(usual, schema);
    }
    Pattern pattern = new Pattern(schema.getPattern());
    return Stream.of(usual, "TEXT", "1")
        .map(each -> sized(each, schema))
        .filter(pattern::allows)
        .findFirst()
        .orElseThrow(
            () ->
                new NoExampleException(
                    "a text of the pattern " + schema.getPattern() + " needs one"));
  }

  private static String sized(String usual, Schema<?> schema) {
    String text = usual;
    int least = Objects.requireNonNullElse(schema.getMinLength(), 0);
    if (text.length() < least) {
      text = text.repeat(least / text.length() + 1).substring(0, least);
    }
    if (schema.getMaxLength() != null && text.length() > schema.getMaxLength()) {
      text = text.substring(0, schema.getMaxLength());
    }
    return text;
  }

  private static String byFormat(String format) {
    return switch (format) {
      case "date" -> "2034-12-31";
      case "date-time" -> "2034-12-31T12:00:00Z";
      case "uuid" -> "123e4567-e89b-12d3-a456-426614174000";
      case "uri", "url" -> "https://example.com";
      case "email" -> "name@example.com";
      case "byte" -> "dGV4dA==";
      default -> "text";
    };
  }

  /** A pattern of the specification, which Java need not be able to read. */
  private record Pattern(String pattern) {
    boolean allows(String text) {
      try {
        return java.util.regex.Pattern.compile(pattern).matcher(text).find();
      } catch (java.util.regex.PatternSyntaxException unreadable) {
        return true; // no model checks it either
      }
    }
  }
}
