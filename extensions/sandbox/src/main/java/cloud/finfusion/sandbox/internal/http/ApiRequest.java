package cloud.finfusion.sandbox.internal.http;

import cloud.finfusion.sandbox.internal.files.ReceivedFile;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request of the API: the path still encoded, header names in lower case.
 *
 * @param file the file in its body, of which the body then has a description; null if it has none
 */
public record ApiRequest(
    String method,
    String path,
    String rawQuery,
    Map<String, List<String>> query,
    Map<String, List<String>> headers,
    String body,
    @Nullable ReceivedFile file) {

  public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

  private static final String CONTENT_TYPE = "Content-Type";
  private static final String JSON = "application/json";

  /** A request without a file. */
  public ApiRequest(
      String method,
      String path,
      String rawQuery,
      Map<String, List<String>> query,
      Map<String, List<String>> headers,
      String body) {
    this(method, path, rawQuery, query, headers, body, null);
  }

  public @Nullable String header(String name) {
    List<String> values = headers.get(name.toLowerCase(Locale.ROOT));
    return values == null ? null : values.get(0);
  }

  public @Nullable String queryValue(String name) {
    List<String> values = query.get(name);
    return values == null ? null : values.get(0);
  }

  public @Nullable String idempotencyKey() {
    return header(IDEMPOTENCY_KEY);
  }

  public boolean isForm() {
    String type = header(CONTENT_TYPE);
    return type != null
        && type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded");
  }

  /**
   * The request with its body read as JSON where nothing better is known of an object in braces:
   * without a media type, or with the one that {@code curl -d} sends unless another is named.
   */
  public ApiRequest withDefaultType() {
    boolean unnamed = Objects.requireNonNullElse(header(CONTENT_TYPE), "").isBlank() || isForm();
    return unnamed && body.stripLeading().startsWith("{") ? with(CONTENT_TYPE, JSON) : this;
  }

  private ApiRequest with(String name, String value) {
    Map<String, List<String>> changed = new HashMap<>(headers);
    changed.put(name.toLowerCase(Locale.ROOT), List.of(value));
    return new ApiRequest(method, path, rawQuery, query, changed, body, file);
  }

  /** The same request with its body. */
  public ApiRequest with(String whole, @Nullable ReceivedFile received) {
    return new ApiRequest(method, path, rawQuery, query, headers, whole, received);
  }

  /** Leaves out headers and body, which hold keys and card numbers. */
  @Override
  public String toString() {
    return method + " " + path;
  }
}
