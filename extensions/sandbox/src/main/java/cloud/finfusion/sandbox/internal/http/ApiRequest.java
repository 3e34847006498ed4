package cloud.finfusion.sandbox.internal.http;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request of the API: the path still encoded, header names in lower case. */
public record ApiRequest(
    String method,
    String path,
    String rawQuery,
    Map<String, List<String>> query,
    Map<String, List<String>> headers,
    String body) {

  public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

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
    String type = header("Content-Type");
    return type != null
        && type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded");
  }

  /** Leaves out headers and body, which hold keys and card numbers. */
  @Override
  public String toString() {
    return method + " " + path;
  }
}
