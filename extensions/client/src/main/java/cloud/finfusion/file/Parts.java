package cloud.finfusion.file;

import cloud.finfusion.runtime.InvalidArgumentException;
import cloud.finfusion.runtime.SafeText;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/**
 * Makes the parts of a body of several parts, {@code multipart/form-data}, for facades and for the
 * raw Retrofit interface. A null is left out.
 */
public final class Parts {
  private Parts() {}

  /**
   * Returns a file as a part.
   *
   * @param type the media type if the upload has none
   */
  public static MultipartBody.@Nullable Part file(String name, @Nullable Upload file, String type) {
    if (file == null) {
      return null;
    }
    String given = file.fileName();
    return MultipartBody.Part.createFormData(
        name, given == null ? name : given, Objects.requireNonNull(Upload.body(file, type)));
  }

  /** Returns files as parts of the same name. */
  public static @Nullable List<MultipartBody.Part> files(
      String name, @Nullable Collection<Upload> files, String type) {
    return files == null
        ? null
        : files.stream().map(each -> present(name, file(name, each, type))).toList();
  }

  /**
   * Returns a value as a part.
   *
   * @param type its media type; null for none
   */
  public static MultipartBody.@Nullable Part value(
      String name, @Nullable Object value, @Nullable String type) {
    if (value == null) {
      return null;
    }
    String text = text(value);
    SafeText.requireWhole(name, text);
    RequestBody body =
        RequestBody.create(
            text.getBytes(StandardCharsets.UTF_8), type == null ? null : MediaType.get(type));
    return MultipartBody.Part.createFormData(name, null, body);
  }

  /** Returns values as parts of the same name. */
  public static @Nullable List<MultipartBody.Part> values(
      String name, @Nullable Collection<?> values, @Nullable String type) {
    return values == null
        ? null
        : values.stream().map(each -> present(name, value(name, each, type))).toList();
  }

  /**
   * Returns the fields that a model has beside its properties as parts: a list as a part for each
   * item, an object as JSON.
   */
  public static List<MultipartBody.Part> fields(Map<String, JsonElement> fields) {
    return fields.entrySet().stream()
        .flatMap(each -> field(each.getKey(), each.getValue()))
        .toList();
  }

  private static Stream<MultipartBody.Part> field(String name, JsonElement value) {
    Iterable<JsonElement> items = value instanceof JsonArray list ? list : List.of(value);
    return StreamSupport.stream(items.spliterator(), false)
        .filter(each -> !each.isJsonNull())
        .map(each -> present(name, element(name, each)));
  }

  private static MultipartBody.@Nullable Part element(String name, JsonElement value) {
    if (!(value instanceof JsonPrimitive scalar)) {
      return value(name, value.toString(), "application/json");
    }
    return value(name, scalar.isNumber() ? scalar.getAsBigDecimal() : scalar.getAsString(), null);
  }

  private static String text(Object value) {
    if (value instanceof OffsetDateTime time) {
      return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    }
    return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
  }

  /** Of many parts of one name none may be missing. */
  private static MultipartBody.Part present(String name, MultipartBody.@Nullable Part part) {
    InvalidArgumentException.unlessPresent(name, part);
    return Objects.requireNonNull(part);
  }
}
