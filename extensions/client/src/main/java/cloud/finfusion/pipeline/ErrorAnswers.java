package cloud.finfusion.pipeline;

import cloud.finfusion.error.ErrorAnswer;
import cloud.finfusion.model.ErrorDetail;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Reads what it can of an error's body. The status alone decides the type of the error, so a body
 * of any other shape, a proxy's HTML for one, is no second failure.
 */
final class ErrorAnswers {
  private ErrorAnswers() {}

  /** Reads an answer whose body is in memory, without using it up. */
  static ErrorAnswer of(Response response, Instant now) {
    JsonObject body = object(parse(response));
    JsonObject error =
        body.has("error") && body.get("error").isJsonObject()
            ? body.getAsJsonObject("error")
            : body;
    String message = text(error, "message");
    return new ErrorAnswer(
        response.code(),
        code(error),
        message == null ? text(error, "detail") : message,
        details(error.get("details")),
        response.headers().toMultimap(),
        WaitAsked.by(response, now));
  }

  private static @Nullable JsonElement parse(Response response) {
    try {
      return JsonParser.parseString(response.peekBody(Long.MAX_VALUE).string());
    } catch (IOException | JsonParseException | IllegalStateException unreadable) {
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
