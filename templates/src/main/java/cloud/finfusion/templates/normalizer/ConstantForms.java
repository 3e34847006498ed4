package cloud.finfusion.templates.normalizer;

import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.utils.ModelUtils;

/**
 * Only texts make an enum in Java; numbers stay numbers, and null is no value but its absence. A
 * constant is an enum of one value.
 */
public final class ConstantForms {
  /** Set on what has only one value, and no text. */
  public static final String CONSTANT = "x-constant";

  private ConstantForms() {}

  /** Gives the values that the specification allows; none if it allows any of the type. */
  static List<?> choose(Schema<?> schema) {
    if (schema.getConst() != null) {
      setEnum(schema, List.of(schema.getConst()));
      schema.setConst(null);
    }
    List<?> values = schema.getEnum();
    if (values == null) {
      return List.of();
    }
    if (values.contains(null)) {
      schema.setNullable(true);
      values = values.stream().filter(Objects::nonNull).toList();
    }
    if (isMixed(schema, values)) {
      schema.setType(null);
      schema.setTypes(null);
      setEnum(schema, null);
      return values;
    }
    boolean texts = isOfTexts(schema, values);
    if (values.size() == 1 && !texts) {
      schema.addExtension(CONSTANT, values.get(0));
    }
    typeByValues(schema, values);
    setEnum(schema, texts ? new LinkedHashSet<>(values).stream().toList() : null);
    return values;
  }

  /**
   * Where a specification says no type, the parser takes that of the first value for all. Of
   * another file it is not known who says it: a text stays one, as the others may lack quotes.
   */
  private static boolean isMixed(Schema<?> schema, List<?> values) {
    Set<String> types = Objects.requireNonNullElse(schema.getTypes(), Set.of());
    boolean declared = types.size() > 1 || types.contains("string") || types.contains("integer");
    return !declared && values.stream().map(ConstantForms::kind).distinct().count() > 1;
  }

  /** Integers in quotes are none. */
  private static boolean isOfTexts(Schema<?> schema, List<?> values) {
    return !values.isEmpty()
        && !ModelUtils.isIntegerSchema(schema)
        && !ModelUtils.isNumberSchema(schema)
        && values.stream().allMatch(String.class::isInstance);
  }

  private static String kind(Object value) {
    return value instanceof Number ? "number" : type(value);
  }

  private static void typeByValues(Schema<?> schema, List<?> values) {
    List<String> types = values.stream().map(ConstantForms::type).distinct().toList();
    boolean untyped = schema.getType() == null && schema.getTypes() == null;
    if (untyped && types.size() == 1 && !types.contains("any")) {
      ModelUtils.setType(schema, types.get(0));
    }
  }

  private static String type(Object value) {
    if (value instanceof String) {
      return "string";
    }
    if (value instanceof Boolean) {
      return "boolean";
    }
    return isWhole(value) ? "integer" : value instanceof Number ? "number" : "any";
  }

  /** Of 3.1, the parser makes a decimal of an integer that has more than 32 bits. */
  private static boolean isWhole(Object value) {
    return value instanceof Integer
        || value instanceof Long
        || value instanceof BigInteger
        || (value instanceof BigDecimal decimal && decimal.scale() <= 0);
  }

  @SuppressWarnings("unchecked") // as the OpenAPI model has it
  private static void setEnum(Schema<?> schema, @Nullable List<?> values) {
    ((Schema<Object>) schema).setEnum(values == null ? null : new ArrayList<>(values));
  }
}
