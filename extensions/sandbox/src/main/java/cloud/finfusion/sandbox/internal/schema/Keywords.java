package cloud.finfusion.sandbox.internal.schema;

import java.util.Map;

/** The keywords that refuse values; others, such as {@code description}, are not looked at. */
final class Keywords {
  static final Map<String, Keyword> ALL =
      Map.ofEntries(
          Map.entry("type", TypeKeywords::type),
          Map.entry("enum", TypeKeywords::enumeration),
          Map.entry("minimum", NumberKeywords::minimum),
          Map.entry("maximum", NumberKeywords::maximum),
          Map.entry("multipleOf", NumberKeywords::multipleOf),
          Map.entry("minLength", TextKeywords::minLength),
          Map.entry("maxLength", TextKeywords::maxLength),
          Map.entry("pattern", TextKeywords::pattern),
          Map.entry("format", FormatKeyword::format),
          Map.entry("items", ArrayKeywords::items),
          Map.entry("minItems", ArrayKeywords::minItems),
          Map.entry("maxItems", ArrayKeywords::maxItems),
          Map.entry("uniqueItems", ArrayKeywords::uniqueItems),
          Map.entry("properties", ObjectKeywords::properties),
          Map.entry("additionalProperties", ObjectKeywords::additionalProperties),
          Map.entry("required", ObjectKeywords::required),
          Map.entry("minProperties", ObjectKeywords::minProperties),
          Map.entry("maxProperties", ObjectKeywords::maxProperties),
          Map.entry("allOf", CombinationKeywords::allOf),
          Map.entry("anyOf", CombinationKeywords::anyOf),
          Map.entry("oneOf", CombinationKeywords::oneOf),
          Map.entry("not", CombinationKeywords::not));

  private Keywords() {}
}
