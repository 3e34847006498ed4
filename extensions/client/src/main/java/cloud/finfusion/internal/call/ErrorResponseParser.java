package cloud.finfusion.internal.call;

import cloud.finfusion.error.ErrorResponse;
import cloud.finfusion.internal.retry.RequestedDelay;
import cloud.finfusion.model.ErrorDetail;
import cloud.finfusion.runtime.SafeText;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import okhttp3.MediaType;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/**
 * Reads as much as possible of an error's body. The status alone decides the type of the error, so
 * a body of another form, as a proxy's HTML, is no second failure.
 */
final class ErrorResponseParser {
  /** Assumed: the codes that this project's specification uses for a request in progress. */
  private static final Set<String> IN_PROGRESS_CODES = Set.of("VAL001", "RATE002");

  private static final Set<Integer> OAUTH_STATUSES = Set.of(400, 401);

  /**
   * Starts of words in a code or a message. The list is generous, because a conflict without them
   * is reported as "not done". Within another word, as in "blocked", they mean another thing, and
   * so do "processed" by itself, "processor" and "against".
   */
  private static final Pattern IN_PROGRESS =
      Pattern.compile(
          "(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z]))"
              + "(?i:progress|inprogress|process(?!ed|or)|being|pending|running|idempoten"
              + "|concurrent|simultaneous|duplicate|lock|deadlock|retry|again(?!st))");

  private ErrorResponseParser() {}

  /**
   * Reads a response whose body is in memory, without using it up.
   *
   * @param secret tells names that repeat the credential of the request; they are replaced
   */
  static ErrorResponse of(Response response, InstantSource clock, Predicate<String> secret) {
    return of(
        response.code(),
        error(response),
        response.headers().toMultimap(),
        RequestedDelay.of(response, clock),
        secret);
  }

  private static ErrorResponse of(
      int status,
      JsonObject error,
      Map<String, List<String>> headers,
      @Nullable Duration retryAfter,
      Predicate<String> secret) {
    String message = text(error, "message");
    String code = codeOf(status, error);
    boolean hidden = code != null && (SafeText.holdsSecret(code) || secret.test(code));
    return new ErrorResponse(
        status,
        hidden ? null : code,
        message == null ? text(error, "detail") : message,
        details(error.get("details"), secret),
        headers,
        retryAfter);
  }

  /** Reads the error of one item of a batch, whose response has headers for all of them only. */
  static ErrorResponse ofItem(int status, String json) {
    return of(status, object(JsonParser.parseString(json)), Map.of(), null, name -> false);
  }

  /**
   * Returns whether the API itself made the response: JSON with the error envelope and a code,
   * unlike a proxy's page.
   */
  static boolean isOfApi(Response response) {
    return apiCode(response) != null;
  }

  private static @Nullable String apiCode(Response response) {
    MediaType type = response.body().contentType();
    boolean json = type == null || type.subtype().contains("json");
    JsonElement error = json ? object(parse(response)).get("error") : null;
    JsonElement code = object(error).get("code");
    return isText(code) ? code(object(error)) : null;
  }

  private static boolean isText(@Nullable JsonElement value) {
    return value != null && value.isJsonPrimitive() && value.getAsJsonPrimitive().isString();
  }

  /**
   * Returns whether a 409 says that the resource's state forbids the operation. A 409 without a
   * code of the API, with the code of an invalid request, or that asks to wait is taken for a
   * request in progress with the same key, which is the safe reading.
   */
  static boolean isStateConflict(Response response, boolean asksToWait) {
    String code = apiCode(response);
    return !asksToWait && isStateConflict(code, text(error(response), "message"));
  }

  /** Returns whether code and sentence of a 409 say so. */
  static boolean isStateConflict(@Nullable String code, @Nullable String message) {
    return code != null
        && !IN_PROGRESS_CODES.contains(code)
        && !speaksOfProgress(code)
        && !speaksOfProgress(String.valueOf(message));
  }

  private static boolean speaksOfProgress(String text) {
    return IN_PROGRESS.matcher(text).find();
  }

  private static JsonObject error(Response response) {
    JsonObject body = object(parse(response));
    return body.has("error") && body.get("error").isJsonObject()
        ? body.getAsJsonObject("error")
        : body;
  }

  private static @Nullable JsonElement parse(Response response) {
    try {
      ResponseBody copy = response.peekBody(Long.MAX_VALUE);
      return JsonParser.parseString(BodyText.lenient(copy.byteString(), copy.contentType()));
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

  /** Returns the code; that of OAuth is a text {@code error}: RFC 6749, section 5.2. */
  private static @Nullable String codeOf(int status, JsonObject error) {
    boolean ofOAuth = OAUTH_STATUSES.contains(status) && isText(error.get("error"));
    return error.has("code") || !ofOAuth ? code(error) : asCode(text(error, "error"));
  }

  private static @Nullable String code(JsonObject error) {
    return asCode(text(error, "code"));
  }

  /** Returns a text that goes into messages and metrics; null if it has not the form of a code. */
  private static @Nullable String asCode(@Nullable String text) {
    return text != null && text.matches("[A-Za-z0-9._:-]{1,64}") ? text : null;
  }

  private static List<ErrorDetail> details(
      @Nullable JsonElement details, Predicate<String> secret) {
    List<ErrorDetail> list = new ArrayList<>();
    if (details != null && details.isJsonArray()) {
      details.getAsJsonArray().forEach(each -> list.add(detail(each, secret)));
    } else if (details != null && details.isJsonObject()) {
      details
          .getAsJsonObject()
          .entrySet()
          .forEach(each -> list.add(detail(each.getKey(), each.getValue().toString(), secret)));
    }
    return list;
  }

  private static ErrorDetail detail(JsonElement element, Predicate<String> secret) {
    if (!element.isJsonObject()) {
      return detail(null, element.toString(), secret);
    }
    JsonObject object = element.getAsJsonObject();
    return detail(text(object, "field"), text(object, "message"), secret);
  }

  private static ErrorDetail detail(
      @Nullable String field, @Nullable String message, Predicate<String> secret) {
    ErrorDetail.Builder builder = ErrorDetail.builder();
    if (field != null) {
      builder.field(secret.test(field) ? SafeText.HIDDEN : SafeText.path(field));
    }
    if (message != null) {
      builder.message(message);
    }
    return builder.build();
  }
}
