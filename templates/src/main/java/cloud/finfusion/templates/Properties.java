package cloud.finfusion.templates;

import java.util.Map;
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
    extensions.put("x-adapter", adapter(property));
    extensions.put("x-null-state", property.isNullable && !property.required);
    extensions.put("x-nullable", property.isNullable || !property.required);
    extensions.put(
        "x-accessor-type",
        property.required && !property.isNullable ? PRIMITIVES.getOrDefault(type, type) : type);
    extensions.put("x-parameter-type", type.replace("Map<String, Object>", "Map<String, ?>"));
    extensions.put("x-presence", presence(property));
    extensions.put("x-has-range", property.minimum != null || property.maximum != null);
    extensions.put("x-has-length", property.minLength != null || property.maxLength != null);
    extensions.put("x-has-items", property.minItems != null || property.maxItems != null);
  }

  private static String presence(CodegenProperty property) {
    if (property.isNullable) {
      return property.required ? "requiredNullable" : "nullable";
    }
    return property.required ? "required" : "optional";
  }

  private static String adapter(CodegenProperty property) {
    if (property.isArray) {
      return "Json.list(" + adapter(property.items) + ")";
    }
    if (property.isMap
        && property.additionalProperties != null
        && !isAny(property.additionalProperties)) {
      return "Json.map(" + adapter(property.additionalProperties) + ")";
    }
    if (property.isMap || property.isFreeFormObject) {
      return "Json.OBJECT";
    }
    return isAny(property) ? "Json.ANY" : scalar(property);
  }

  private static String scalar(CodegenProperty property) {
    return switch (property.datatypeWithEnum) {
      case "String" -> "Json.STRING";
      case "Integer" -> "Json.INTEGER";
      case "Long" -> "Json.LONG";
      case "Boolean" -> "Json.BOOLEAN";
      case "BigDecimal" -> "Json.DECIMAL";
      case "Double" -> "Json.DOUBLE";
      case "Float" -> "Json.FLOAT";
      case "OffsetDateTime" -> "Json.DATE_TIME";
      case "LocalDate" -> "Json.DATE";
      default -> "Json.model(() -> " + property.datatypeWithEnum + ".ADAPTER)";
    };
  }

  private static boolean isAny(CodegenProperty property) {
    return property.isAnyType || "Object".equals(property.datatypeWithEnum);
  }
}
