package cloud.finfusion.sandbox.internal.schema;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** The keywords that refuse values. */
final class Keywords {
  private Keywords() {}

  /**
   * Compiles one use of a keyword; null for another, such as {@code description}. A switch and no
   * map of methods, which would all be linked for the first schema.
   *
   * @param schema the schema that the keyword stands in, for those beside it
   */
  static @Nullable SchemaCheck compile(
      String keyword, JsonNode argument, JsonNode schema, Schemas schemas) {
    return switch (keyword) {
      case "type" -> TypeKeywords.type(argument, schema);
      case "enum" -> TypeKeywords.enumeration(argument);
      case "minimum" -> NumberKeywords.minimum(argument, schema);
      case "maximum" -> NumberKeywords.maximum(argument, schema);
      case "multipleOf" -> NumberKeywords.multipleOf(argument);
      case "minLength" -> TextKeywords.minLength(argument);
      case "maxLength" -> TextKeywords.maxLength(argument);
      case "pattern" -> TextKeywords.pattern(argument);
      case "format" -> FormatKeyword.format(argument);
      case "items" -> ArrayKeywords.items(argument, schemas);
      case "minItems" -> ArrayKeywords.minItems(argument);
      case "maxItems" -> ArrayKeywords.maxItems(argument);
      case "uniqueItems" -> ArrayKeywords.uniqueItems(argument);
      case "properties" -> ObjectKeywords.properties(argument, schemas);
      case "additionalProperties" -> ObjectKeywords.additionalProperties(argument, schema, schemas);
      case "required" -> ObjectKeywords.required(argument, schema, schemas);
      case "minProperties" -> ObjectKeywords.minProperties(argument);
      case "maxProperties" -> ObjectKeywords.maxProperties(argument);
      case "allOf" -> CombinationKeywords.allOf(argument, schemas);
      case "anyOf" -> CombinationKeywords.anyOf(argument, schema, schemas);
      case "oneOf" -> CombinationKeywords.oneOf(argument, schema, schemas);
      case "not" -> CombinationKeywords.not(argument, schemas);
      default -> null;
    };
  }
}
