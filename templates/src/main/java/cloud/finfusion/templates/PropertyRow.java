package cloud.finfusion.templates;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.commons.text.StringEscapeUtils;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenProperty;

/**
 * A property's line in the table of its model: name, adapter, accessor, and what the specification
 * demands of the values, as {@code .optional("name", Json.STRING, m -> m.name, Constraint.length(0,
 * 255))}.
 */
record PropertyRow(CodegenProperty property, String adapter, boolean inherited) {

  /** The property's name in JSON, escaped for Java. */
  String field() {
    return StringEscapeUtils.escapeJava(property.baseName);
  }

  /** The line of a property whose value follows from the model. */
  String constant(String value) {
    return ".constant(\"%s\", \"%s\")".formatted(field(), value);
  }

  String text() {
    List<String> arguments = new ArrayList<>();
    arguments.add("\"" + field() + "\"");
    arguments.add(adapter);
    arguments.add("m -> m." + property.name + (inherited ? "()" : ""));
    addConstraints(arguments);
    return "." + new PropertyPresence(property).row() + "(" + String.join(", ", arguments) + ")";
  }

  /** A bound is checked only if it is of a kind that the Java type has. */
  private void addConstraints(List<String> arguments) {
    if (Boolean.TRUE.equals(property.vendorExtensions.get("x-finfusion-sensitive"))) {
      arguments.add("Constraint.SENSITIVE");
    }
    if (holds("String") && isAny(property.minLength, property.maxLength)) {
      arguments.add(bounds("length", "minLength", property.minLength, property.maxLength));
    }
    if (holds("String") && property.pattern != null && !isUnreadable(property.pattern)) {
      arguments.add("Constraint.pattern(\"" + property.pattern + "\")");
    }
    if (holds("Integer", "Long", "BigDecimal", "BigInteger")) {
      addBounds(arguments);
    }
    if (holds("List<", "Map<") && isAny(property.minItems, property.maxItems)) {
      arguments.add(bounds("items", "minItems", property.minItems, property.maxItems));
    }
  }

  private void addBounds(List<String> arguments) {
    String above = property.exclusiveMinimum ? property.minimum : null;
    String below = property.exclusiveMaximum ? property.maximum : null;
    String min = above == null ? property.minimum : null;
    String max = below == null ? property.maximum : null;
    if (isAny(min, max)) {
      arguments.add("Constraint.range(" + text(min) + ", " + text(max) + ")");
    }
    if (above != null) {
      arguments.add("Constraint.above(" + text(above) + ")");
    }
    if (below != null) {
      arguments.add("Constraint.below(" + text(below) + ")");
    }
  }

  private boolean holds(String... types) {
    return Arrays.stream(types).anyMatch(property.datatypeWithEnum::startsWith);
  }

  private static boolean isAny(@Nullable Object min, @Nullable Object max) {
    return min != null || max != null;
  }

  private static String bounds(
      String both, String onlyMin, @Nullable Integer min, @Nullable Integer max) {
    int from = Objects.requireNonNullElse(min, 0);
    return max == null
        ? "Constraint.%s(%d)".formatted(onlyMin, from)
        : "Constraint.%s(%d, %d)".formatted(both, from, max);
  }

  private static String text(@Nullable String bound) {
    return bound == null ? "null" : "\"" + bound + "\"";
  }

  /** Patterns are written for other languages too: one that Java cannot read is not checked. */
  static boolean isUnreadable(@Nullable String regex) {
    try {
      Pattern.compile(StringEscapeUtils.unescapeJava(Objects.requireNonNullElse(regex, "")));
      return false;
    } catch (IllegalArgumentException unreadable) {
      return true;
    }
  }
}
