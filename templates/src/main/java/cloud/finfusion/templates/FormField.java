package cloud.finfusion.templates;

import cloud.finfusion.templates.RetrofitParameter.Value;
import cloud.finfusion.templates.spec.JsonMediaType;
import io.swagger.v3.oas.models.media.Encoding;
import io.swagger.v3.oas.models.media.Encoding.StyleEnum;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenProperty;

/**
 * A field of a URL-encoded body, in the style that its {@code encoding} says. Without one, an
 * object is sent as most servers read it, a field each: {@code card[number]}.
 */
record FormField(CodegenProperty field, ValueShape shape, @Nullable Encoding encoding) {

  RetrofitParameter parameter(String given) {
    String name = "\"" + field.baseName + "\"";
    if (isJson()) {
      return one("String", Value.converted("json", given));
    }
    if (shape == ValueShape.TEXTS && isJoined()) {
      return one("String", Value.converted("joined", delimiter(), given));
    }
    if (shape == ValueShape.OBJECT && isStyle(StyleEnum.FORM)) {
      return isJoined()
          ? one("String", Value.converted("pairs", delimiter(), "\",\"", given))
          : many(Value.converted("fields", given));
    }
    if (shape == ValueShape.EITHER && !isStyle(StyleEnum.DEEP_OBJECT)) {
      return isJoined()
          ? one("String", Value.converted("pairs", delimiter(), "\",\"", given))
          : one("List<String>", Value.converted("texts", given));
    }
    boolean deep =
        shape.isExpanded() || (shape != ValueShape.TEXT && isStyle(StyleEnum.DEEP_OBJECT));
    return deep
        ? many(Value.converted("deepObject", name, given))
        : one(field.datatypeWithEnum, Value.of(given));
  }

  /** The fields that the model of a body has beside its properties. */
  static RetrofitParameter others(String body) {
    Value value = Value.converted("fields", body + ".unknownFields()");
    return RetrofitParameter.of(
        "@FieldMap", "Map<String, String>", "others", false, "other fields", value);
  }

  private boolean isJson() {
    return encoding != null
        && encoding.getContentType() != null
        && shape != ValueShape.TEXT
        && JsonMediaType.matches(encoding.getContentType());
  }

  private boolean isStyle(StyleEnum style) {
    return encoding != null && encoding.getStyle() == style;
  }

  /** Only the style form repeats a field unless explode says otherwise. */
  private boolean isJoined() {
    boolean delimited = isStyle(StyleEnum.PIPE_DELIMITED) || isStyle(StyleEnum.SPACE_DELIMITED);
    return encoding != null
        && (encoding.getExplode() == null ? delimited : !encoding.getExplode())
        && !isStyle(StyleEnum.DEEP_OBJECT);
  }

  private String delimiter() {
    if (isStyle(StyleEnum.PIPE_DELIMITED)) {
      return "\"|\"";
    }
    return isStyle(StyleEnum.SPACE_DELIMITED) ? "\" \"" : "\",\"";
  }

  private RetrofitParameter many(Value value) {
    return RetrofitParameter.of(
        "@FieldMap", "Map<String, String>", field.name, false, field.unescapedDescription, value);
  }

  private RetrofitParameter one(String type, Value value) {
    return RetrofitParameter.of(
        "@Field(\"" + field.baseName + "\")",
        type,
        field.name,
        !field.required,
        field.unescapedDescription,
        value);
  }
}
