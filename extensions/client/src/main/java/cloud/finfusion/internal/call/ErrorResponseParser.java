package cloud.finfusion.internal.call;

import cloud.finfusion.error.ErrorAnswer;
import cloud.finfusion.internal.retry.RequestedDelay;
import cloud.finfusion.model.ErrorDetail;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Reads what it can of an error's body. The status alone decides the type of the error, so a body
 * of any other shape, a proxy's HTML for one, is no second failure.
 */
final class ErrorResponseParser {
  /** Assumed: the codes of this project's own specification for a request in progress. */
  private static final Set<String> IN_PROGRESS_CODES = Set.of("VAL001", "RATE002");

  private static final Set<String> IN_PROGRESS_WORDS =
      Set.of("progress", "idempoten", "concurrent");

  private ErrorResponseParser() {}

  /** Reads a response whose body is in memory, without using it up. */
  static ErrorAnswer of(Response response, Instant now) {
    JsonObject error = error(response);
    String message = text(error, "message");
    return new ErrorAnswer(
        response.code(),
        code(error),
        message == null ? text(error, "detail") : message,
        details(error.get("details")),
        response.headers().toMultimap(),
        RequestedDelay.of(response, now));
  }

  /** Whether it is the API's own word: JSON, with a code of the API. A proxy's page is not. */
  static boolean isOfApi(Response response) {
    return code(error(response)) != null;
  }

  /**
   * Whether a 409 says that the resource's state forbids the operation. Without a code, or with
   * that of an invalid request, it means that a request with the same key is in progress, which is
   * the safe reading.
   */
  static boolean isStateConflict(Response response) {
    JsonObject error = error(response);
    String code = code(error);
    String message = String.valueOf(text(error, "message")).toLowerCase(Locale.ROOT);
    return code != null
        && !IN_PROGRESS_CODES.contains(code)
        && IN_PROGRESS_WORDS.stream()
            .noneMatch(
                word -> message.contains(word) || code.toLowerCase(Locale.ROOT).contains(word));
  }

  private static JsonObject error(Response response) {
    JsonObject body = object(parse(response));
    return body.has("error") && body.get("error").isJsonObject()
        ? body.getAsJsonObject("error")
        : body;
  }

  private static @Nullable JsonElement parse(Response response) {
    try {
      return JsonParser.parseString(response.peekBody(Long.MAX_VALUE).string());
    } catch (IOException
        | JsonParseException
        | IllegalStateException
        | StackOverflowError notJson) {
      return null;
    }
  }

  private static JsonObject object(@Nullable JsonElement element) {
    return element != null && element.isJsonObject() ? element.getAsJsonObject() : new JsonObject();
  }

  private static @Nullable String text(JsonObject object, String name) {
    JsonElement value = object.get(name);
    return value != null && value.isJsonPrimitive() ? value.getAsString() : null;
  }

  /** Codes go into messages and metrics, so a text that does not look like one is none. */
  private static @Nullable String code(JsonObject error) {
    String code = text(error, "code");
    return code != null && code.matches("[A-Za-z0-9_.-]{1,40}") ? code : null;
  }

  private static List<ErrorDetail> details(@Nullable JsonElement details) {
    List<ErrorDetail> list = new ArrayList<>();
    if (details != null && details.isJsonArray()) {
      details.getAsJsonArray().forEach(each -> list.add(detail(each)));
    } else if (details != null && details.isJsonObject()) {
      details
          .getAsJsonObject()
          .entrySet()
          .forEach(each -> list.add(detail(each.getKey(), each.getValue().toString())));
    }
    return list;
  }

  private static ErrorDetail detail(JsonElement element) {
    if (!element.isJsonObject()) {
      return detail(null, element.toString());
    }
    JsonObject object = element.getAsJsonObject();
    return detail(text(object, "field"), text(object, "message"));
  }

  private static ErrorDetail detail(@Nullable String field, @Nullable String message) {
    ErrorDetail.Builder builder = ErrorDetail.builder();
    if (field != null) {
      builder.field(field);
    }
    if (message != null) {
      builder.message(message);
    }
    return builder.build();
  }
}
