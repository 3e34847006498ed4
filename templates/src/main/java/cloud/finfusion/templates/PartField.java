package cloud.finfusion.templates;

import cloud.finfusion.templates.RetrofitParameter.Value;
import cloud.finfusion.templates.spec.JsonMediaType;
import io.swagger.v3.oas.models.media.Encoding;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenProperty;

/**
 * A part that is no file: text, or JSON for an object. A list is a part for each of its items; of a
 * value of any type that is seen when the call is made.
 */
record PartField(CodegenProperty field, ValueShape shape, @Nullable Encoding encoding) {
  private static final String ANNOTATION = "@retrofit2.http.Part";
  private static final String PART = "MultipartBody.Part";

  RetrofitParameter parameter(String given) {
    if (shape == ValueShape.ANY && encoded(encoding) == null) {
      String part = Value.any("part", JavaText.literal(field.baseName), given).expression();
      return part(true, new Value("Parts.fields(" + part + ")", true));
    }
    Value value = value(given);
    String made =
        "%s(%s, %s, %s)"
            .formatted(
                isList() ? "Parts.values" : "Parts.value",
                JavaText.literal(field.baseName),
                value.expression(),
                type());
    return part(isList(), new Value(made, value.converted()));
  }

  private RetrofitParameter part(boolean list, Value value) {
    return part(list, field.required, field.name, field.unescapedDescription, value);
  }

  private boolean isList() {
    return field.datatypeWithEnum.startsWith("List<") || (isMaybeList() && !isJson());
  }

  private boolean isMaybeList() {
    return shape == ValueShape.EITHER || shape == ValueShape.ANY;
  }

  /** What is in the part, or in each of them. */
  private Value value(String given) {
    if (isJson()) {
      return Value.converted(isList() ? "jsons" : "json", given);
    }
    return isMaybeList() ? Value.converted("texts", given) : Value.of(given);
  }

  /** A text that is no list is what the caller gives, whatever its media type. */
  private boolean isJson() {
    boolean said = shape != ValueShape.TEXT && types(encoding).anyMatch(JsonMediaType::matches);
    return said || shape.isComplex();
  }

  /** A file's, which the facade is given as it is. */
  static RetrofitParameter file(
      FileParts.FilePart file, String argument, @Nullable Encoding encoding) {
    String call = file.many() ? "Parts.files" : "Parts.file";
    String type = encoded(encoding) == null ? "\"application/octet-stream\"" : encoded(encoding);
    Value value =
        Value.of("%s(%s, %s, %s)".formatted(call, JavaText.literal(file.name()), argument, type));
    return part(file.many(), file.required(), argument, file.doc(), value);
  }

  /** The fields that the model of a body has beside its properties. */
  static RetrofitParameter others(String body) {
    Value value = Value.of("Parts.fields(" + body + ".unknownFields())");
    return part(true, true, "others", "parts for other fields", value);
  }

  private static RetrofitParameter part(
      boolean list, boolean required, String name, @Nullable String doc, Value value) {
    String one = required || list ? PART : NullableType.of(PART);
    return RetrofitParameter.of(
        ANNOTATION, list ? "List<" + one + ">" : one, name, list && !required, doc, value);
  }

  /** The media type as a Java literal: of JSON the first that is one, if any is. */
  private String type() {
    String said =
        types(encoding)
            .filter(each -> isJson() && JsonMediaType.matches(each) && !each.contains("*"))
            .findFirst()
            .map(JavaText::literal)
            .orElseGet(() -> encoded(encoding));
    if (said != null) {
      return said;
    }
    return shape.isComplex() ? "\"application/json\"" : "null";
  }

  /** The first media type, unless it is a range, as a Java literal. */
  private static @Nullable String encoded(@Nullable Encoding encoding) {
    return types(encoding)
        .limit(1)
        .filter(each -> !each.contains("*"))
        .map(JavaText::literal)
        .findFirst()
        .orElse(null);
  }

  private static Stream<String> types(@Nullable Encoding encoding) {
    return encoding == null || encoding.getContentType() == null
        ? Stream.empty()
        : Stream.of(encoding.getContentType().split(",")).map(String::strip);
  }
}
