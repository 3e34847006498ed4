package cloud.finfusion.internal.transport;

import cloud.finfusion.call.CallOptions;
import cloud.finfusion.file.Upload;
import cloud.finfusion.internal.json.FieldNames;
import cloud.finfusion.runtime.InvalidArgumentException;
import cloud.finfusion.runtime.Json;
import cloud.finfusion.runtime.SafeText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.MultipartBody;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * Adds a call's own headers, query parameters and body fields to its request, once, so that each
 * attempt sends the same. A name that the params have a value for is refused: two values of one
 * name would leave it to the server which of them counts.
 */
final class AddedToRequest {
  private static final String TWICE = "the params have a value for it already. Set it there";

  private final String operation;
  private final CallOptions options;

  private AddedToRequest(String operation, CallOptions options) {
    this.operation = operation;
    this.options = options;
  }

  /**
   * Returns the request with what the options add.
   *
   * @throws InvalidArgumentException if it cannot be added
   */
  static Request of(Request request, String operation, CallOptions options) {
    AddedToRequest added = new AddedToRequest(operation, options);
    Request.Builder with = request.newBuilder().url(added.url(request.url()));
    options
        .headers()
        .forEach(
            (name, value) -> {
              added.refuseIf(request.header(name) != null, "header", name);
              with.header(name, value);
            });
    return options.bodyFields().isEmpty()
        ? with.build()
        : with.method(request.method(), added.body(request.body())).build();
  }

  private void refuseIf(boolean known, String kind, String name) {
    if (known) {
      throw refusal(kind + " " + SafeText.name(name), TWICE);
    }
  }

  private InvalidArgumentException refusal(String field, String problem) {
    return new InvalidArgumentException(operation + " " + field, problem);
  }

  private HttpUrl url(HttpUrl url) {
    HttpUrl.Builder with = url.newBuilder();
    options
        .queryParameters()
        .forEach(
            (name, values) -> {
              refuseIf(url.queryParameterNames().contains(name), "queryParameter", name);
              values.forEach(value -> with.addQueryParameter(name, value));
            });
    return with.build();
  }

  /** Writes the fields behind those of the params, whose text stays as it is. */
  private RequestBody body(@Nullable RequestBody body) {
    String document = document(body);
    Set<String> known = FieldNames.of(document);
    StringBuilder with = new StringBuilder(document).deleteCharAt(document.length() - 1);
    for (Map.Entry<String, @Nullable Object> each : options.bodyFields().entrySet()) {
      refuseIf(known.contains(each.getKey()), "bodyField", each.getKey());
      with.append(known.isEmpty() && with.length() == 1 ? "" : ",");
      with.append(Json.write(Json.STRING, each.getKey())).append(':').append(json(each.getValue()));
    }
    String whole = with.append('}').toString();
    return RequestBody.create(
        whole.getBytes(StandardCharsets.UTF_8), body == null ? null : body.contentType());
  }

  private static String json(@Nullable Object value) {
    return value == null ? "null" : Json.write(Json.ANY, value);
  }

  private String document(@Nullable RequestBody body) {
    if (body instanceof Upload || body instanceof MultipartBody) {
      throw noObject(); // a file may be larger than memory
    }
    Buffer bytes = new Buffer();
    try {
      if (body != null) {
        body.writeTo(bytes);
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    String document = bytes.readUtf8();
    if (!document.startsWith("{")) {
      throw noObject();
    }
    return document;
  }

  private InvalidArgumentException noObject() {
    return refusal("bodyField", "this operation has no JSON object as its body. Leave it out");
  }
}
