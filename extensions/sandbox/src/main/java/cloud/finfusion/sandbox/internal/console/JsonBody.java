package cloud.finfusion.sandbox.internal.console;

import cloud.finfusion.sandbox.internal.http.ApiError;
import cloud.finfusion.sandbox.internal.http.ApiRequest;
import cloud.finfusion.sandbox.internal.http.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The body of a request that changes the sandbox. */
public final class JsonBody {
  private JsonBody() {}

  /** The media type is required: with it a page of another site must ask first, and is refused. */
  public static JsonNode of(ApiRequest request) {
    @Nullable String type = request.header("Content-Type");
    if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
      throw new ApiError(415, "The body must be JSON, of the media type application/json.");
    }
    try {
      return Json.read(request.body());
    } catch (JsonProcessingException e) {
      throw new ApiError(400, "The body is not valid JSON, or has a key twice.");
    }
  }
}
