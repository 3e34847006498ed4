package cloud.finfusion.templates;

import cloud.finfusion.templates.RuntimeUse.Feature;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenProperty;

/** Which adapter reads and writes a property: it follows from the Java type, so that both agree. */
final class Adapters {
  private final RuntimeUse runtime;

  Adapters(RuntimeUse runtime) {
    this.runtime = runtime;
  }

  String of(CodegenProperty property) {
    String type = property.datatypeWithEnum;
    if (type.startsWith("List<")) {
      return "Json.list(" + inner(property.items) + ")";
    }
    if (type.startsWith("Map<")) {
      CodegenProperty value =
          property.items == null ? property.additionalProperties : property.items;
      boolean any = value == null || value.datatypeWithEnum.equals("Object");
      return any ? "Json.OBJECT" : "Json.map(" + inner(value) + ")";
    }
    return scalar(type);
  }

  private String inner(@Nullable CodegenProperty item) {
    if (item == null) {
      return "Json.ANY";
    }
    String adapter = of(item);
    if (!item.isNullable || adapter.equals("Json.ANY")) {
      return adapter;
    }
    runtime.add(Feature.NULLABLE_ITEMS);
    return "NullableItems.of(" + adapter + ")";
  }

  private static String scalar(String type) {
    return switch (type) {
      case "Object" -> "Json.ANY";
      case "String" -> "Json.STRING";
      case "Integer" -> "Json.INTEGER";
      case "Long" -> "Json.LONG";
      case "Boolean" -> "Json.BOOLEAN";
      case "BigDecimal" -> "Json.DECIMAL";
      case "BigInteger" -> "Json.BIG_INTEGER";
      case "OffsetDateTime" -> "Json.DATE_TIME";
      case "LocalDate" -> "Json.DATE";
      default -> "Json.model(" + type + ".class)";
    };
  }
}
