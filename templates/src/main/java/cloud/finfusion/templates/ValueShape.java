package cloud.finfusion.templates;

import org.openapitools.codegen.CodegenProperty;

/** What a parameter's value is made of, which decides how it is written into a query or a form. */
enum ValueShape {
  TEXT,
  TEXTS,
  OBJECT,
  /** A union of texts and lists of them, or a list of unions of texts. */
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
      return item.contains("<") ? MIXED : ofItem(item, models);
    }
    if (models.isUntaggedUnion(type)) {
      return models.isTextOrTexts(type) ? EITHER : MIXED;
    }
    return models.isObject(type) ? OBJECT : TEXT;
  }

  private static ValueShape ofItem(String item, ModelIndex models) {
    if (models.isUntaggedUnion(item) && models.isText(item)) {
      return EITHER;
    }
    return models.isObject(item) ? MIXED : TEXTS;
  }

  /** Whether it becomes several fields. */
  boolean isExpanded() {
    return this == OBJECT || this == MIXED;
  }
}
