package cloud.finfusion.templates;

import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.text.StringEscapeUtils;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenProperty;

/** Says of a property which adapter reads it and which Java types hold it. */
final class Properties {
  private static final Map<String, String> PRIMITIVES =
      Map.of(
          "Long", "long", "Integer", "int", "Boolean", "boolean", "Double", "double", "Float",
          "float");

  private Properties() {}

  static void describe(CodegenProperty property) {
    Map<String, Object> extensions = property.vendorExtensions;
    String type = property.datatypeWithEnum;
    extensions.put("x-adapter", Adapters.of(property));
    extensions.put("x-null-state", property.isNullable && !property.required);
    extensions.put("x-nullable", property.isNullable || !property.required);
    extensions.put(
        "x-accessor-type",
        property.required && !property.isNullable ? PRIMITIVES.getOrDefault(type, type) : type);
    extensions.put("x-parameter-type", type.replace("Map<String, Object>", "Map<String, ?>"));
    extensions.put("x-presence", presence(property));
    boolean number = holds(property, "Integer", "Long", "BigDecimal", "Double", "Float");
    boolean bounded = property.minimum != null || property.maximum != null;
    extensions.put("x-has-range", number && bounded);
    boolean sized = property.minLength != null || property.maxLength != null;
    extensions.put("x-has-length", sized && holds(property, "String"));
    boolean counted = property.minItems != null || property.maxItems != null;
    extensions.put("x-has-items", counted && holds(property, "List<", "Map<"));
    extensions.put("x-has-pattern", holds(property, "String") && isPattern(property.pattern));
    extensions.put("x-field", StringEscapeUtils.escapeJava(property.baseName));
  }

  static void becomeText(CodegenProperty property) {
    property.datatypeWithEnum = "String";
    property.vendorExtensions.put("x-adapter", Adapters.of(property));
    property.vendorExtensions.put("x-accessor-type", "String");
    property.vendorExtensions.put("x-parameter-type", "String");
  }

  private static String presence(CodegenProperty property) {
    if (property.isNullable) {
      return property.required ? "requiredNullable" : "nullable";
    }
    return property.required ? "required" : "optional";
  }

  /** Whether a bound can be checked: it must be of a kind that the Java type has. */
  private static boolean holds(CodegenProperty property, String... types) {
    return Arrays.stream(types).anyMatch(property.datatypeWithEnum::startsWith);
  }

  /** Patterns are written for other languages too: one that Java cannot read is not checked. */
  private static boolean isPattern(@Nullable String regex) {
    if (regex == null) {
      return false;
    }
    try {
      Pattern.compile(StringEscapeUtils.unescapeJava(regex));
      return true;
    } catch (IllegalArgumentException unreadable) {
      return false;
    }
  }
}
