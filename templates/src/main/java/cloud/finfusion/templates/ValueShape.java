package cloud.finfusion.templates;

import org.openapitools.codegen.CodegenProperty;

/** What a parameter's value is made of, which decides how it is written into a query or a form. */
enum ValueShape {
  TEXT,
  TEXTS,
  OBJECT,
  /** A union of texts and lists of them. */
  EITHER,
  /**
   * A list of objects or lists, or a union that may be text or object: seen only when the call is
   * made.
   */
  MIXED;

  static ValueShape of(CodegenProperty field, ModelIndex models) {
    return of(field.datatypeWithEnum, models);
  }

  static ValueShape of(String type, ModelIndex models) {
    if (type.startsWith("Map<")) {
      return OBJECT;
    }
    if (type.startsWith("List<")) {
      String item = type.substring("List<".length(), type.length() - 1);
      return item.contains("<") || models.isObject(item) ? MIXED : TEXTS;
    }
    if (models.isUntaggedUnion(type)) {
      return models.isTextOrTexts(type) ? EITHER : MIXED;
    }
    return models.isObject(type) ? OBJECT : TEXT;
  }

  /** Whether it becomes several fields. */
  boolean isExpanded() {
    return this == OBJECT || this == MIXED;
  }
}
