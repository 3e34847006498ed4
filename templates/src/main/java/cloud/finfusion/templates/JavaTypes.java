package cloud.finfusion.templates;

import java.util.List;
import java.util.Map;

/** The Java types that stand for the types and formats of a specification. */
final class JavaTypes {
  /** Formats whose values are kept as they are written. */
  private static final List<String> TEXTS =
      List.of("UUID", "URI", "ByteArray", "binary", "file", "time-local", "date-time-local");

  /** Upstream takes a schema of such a name for the Java class, and writes no model. */
  private static final List<String> IMPORTED =
      List.of("File", "Date", "Timestamp", "Schema", "Array", "LocalTime", "LocalDateTime");

  private JavaTypes() {}

  /** A list keeps its order. */
  static void map(Map<String, String> typeMapping) {
    typeMapping.put("set", "List");
    typeMapping.put("short", "Integer");
    keepTexts(typeMapping);
  }

  /** A value that is no UUID or URI must not make a response unreadable. */
  static void keepTexts(Map<String, String> typeMapping) {
    TEXTS.forEach(type -> typeMapping.put(type, "String"));
  }

  /**
   * Leaves schemas the names of Java classes that no model uses, and of types that are mapped: the
   * imports stand in the templates.
   */
  static void dropImports(Map<String, String> importMapping, Map<String, String> typeMapping) {
    IMPORTED.forEach(importMapping::remove);
    typeMapping.values().forEach(importMapping::remove);
  }
}
