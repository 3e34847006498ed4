package cloud.finfusion.templates;

import org.openapitools.codegen.CodegenProperty;

/** What a parameter's value is made of, which decides how it is written into a query or a form. */
enum ValueShape {
  TEXT,
  TEXTS,
  OBJECT,
  /** A list of objects or of lists. */
  NESTED,
  /** A union of texts and lists of them, or a list of unions of texts. */
  EITHER,
  /** Text, list or object, or a list of all these: seen only when the call is made. */
  ANY;

  static ValueShape of(CodegenProperty field, ModelIndex models) {
    return of(field.datatypeWithEnum, models);
  }

  static ValueShape of(String type, ModelIndex models) {
    if (type.startsWith("Map<")) {
      return OBJECT;
    }
    if (type.startsWith("List<")) {
      return ofItem(type.substring("List<".length(), type.length() - 1), models);
    }
    if (models.isUntaggedUnion(type)) {
      return models.isTextOrTexts(type) ? EITHER : ANY;
    }
    return ofOne(type, models);
  }

  private static ValueShape ofItem(String item, ModelIndex models) {
    if (item.contains("<")) {
      return NESTED;
    }
    if (models.isUntaggedUnion(item)) {
      return models.isText(item) ? EITHER : ANY;
    }
    return switch (ofOne(item, models)) {
      case ANY -> ANY;
      case OBJECT -> NESTED;
      default -> TEXTS;
    };
  }

  private static ValueShape ofOne(String type, ModelIndex models) {
    if (type.equals("Object")) {
      return ANY;
    }
    return models.isObject(type) ? OBJECT : TEXT;
  }

  /** Whether it is an object, or holds nothing else. */
  boolean isComplex() {
    return this == OBJECT || this == NESTED;
  }
}
