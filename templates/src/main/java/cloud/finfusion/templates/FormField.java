package cloud.finfusion.templates;

import cloud.finfusion.templates.RetrofitParameter.Value;
import cloud.finfusion.templates.spec.JsonMediaType;
import io.swagger.v3.oas.models.media.Encoding;
import io.swagger.v3.oas.models.media.Encoding.StyleEnum;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenProperty;

/**
 * A field of a URL-encoded body, in the style that its {@code encoding} says. Without one, an
 * object is sent as most servers read it, a field each: {@code card[number]}.
 */
record FormField(CodegenProperty field, ValueShape shape, @Nullable Encoding encoding) {

  /** One, but of a value of any type one for its texts and one for its fields. */
  List<RetrofitParameter> parameters(String given) {
    if (isJson()) {
      return List.of(one("String", Value.converted("json", given)));
    }
    if (shape == ValueShape.TEXT) {
      return List.of(one(field.datatypeWithEnum, Value.of(given)));
    }
    if (shape == ValueShape.NESTED || isStyle(StyleEnum.DEEP_OBJECT)) {
      return List.of(many(Value.converted("deepObject", name(), given)));
    }
    return shape == ValueShape.ANY ? any(given) : List.of(listOrObject(given));
  }

  private RetrofitParameter listOrObject(String given) {
    return switch (shape) {
      case OBJECT -> object(given);
      case EITHER ->
          isJoined() ? joined(given) : one("List<String>", Value.converted("texts", given));
      default -> isJoined() ? joined(given) : one(field.datatypeWithEnum, Value.of(given));
    };
  }

  private RetrofitParameter object(String given) {
    if (!isStyled()) {
      return many(Value.converted("deepObject", name(), given));
    }
    return isJoined() ? joined(given) : many(Value.converted("fields", given));
  }

  /** A form has all delimiters encoded, as they would be in an item. */
  private RetrofitParameter joined(String given) {
    return one("String", Value.converted("unescaped", name(), delimiter(), delimiter(), given));
  }

  private List<RetrofitParameter> any(String given) {
    if (isStyled() && isJoined()) {
      return List.of(many(Value.any("pairs", name(), delimiter(), given)));
    }
    RetrofitParameter texts =
        isJoined()
            ? one("String", Value.any("joined", name(), delimiter(), given))
            : one("List<String>", Value.any("texts", given));
    String fields = isStyled() ? "fields" : "deepObject";
    return List.of(texts.asOptional(), many(Value.any(fields, name(), given)));
  }

  private String name() {
    return JavaText.literal(field.baseName);
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

  private boolean isStyled() {
    return encoding != null && encoding.getStyle() != null;
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
        "@Field(" + name() + ")",
        type,
        field.name,
        !field.required,
        field.unescapedDescription,
        value);
  }
}
