package cloud.finfusion.webhook;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The two headers of a webhook, named as the vendor documents them. Header names are
 * case-insensitive, as in HTTP.
 *
 * @param signature the value; several values joined by commas, as in HTTP; null for none
 * @param timestamp the same
 */
record WebhookHeaders(@Nullable String signature, @Nullable String timestamp) {
  static final String SIGNATURE = "x-finfusion-signature";
  static final String TIMESTAMP = "x-finfusion-timestamp";

  static WebhookHeaders of(@Nullable Map<String, List<String>> headers) {
    return headers == null
        ? new WebhookHeaders(null, null)
        : new WebhookHeaders(value(headers, SIGNATURE), value(headers, TIMESTAMP));
  }

  private static @Nullable String value(Map<String, List<String>> headers, String name) {
    List<String> values =
        headers.entrySet().stream()
            .filter(each -> name.equalsIgnoreCase(each.getKey()))
            .flatMap(each -> values(each.getValue()))
            .toList();
    return values.isEmpty() ? null : String.join(",", values);
  }

  /** The map of a framework may hold nulls. */
  private static Stream<String> values(@Nullable List<@Nullable String> values) {
    return values == null ? Stream.empty() : values.stream().filter(Objects::nonNull);
  }

  /** Returns the value without the surrounding spaces and tabs, which HTTP allows. */
  static String trimmed(String value) {
    int start = 0;
    int end = value.length();
    while (start < end && isBlank(value.charAt(start))) {
      start++;
    }
    while (start < end && isBlank(value.charAt(end - 1))) {
      end--;
    }
    return value.substring(start, end);
  }

  private static boolean isBlank(char each) {
    return each == ' ' || each == '\t';
  }
}
