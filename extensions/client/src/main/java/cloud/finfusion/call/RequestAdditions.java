package cloud.finfusion.call;

import cloud.finfusion.internal.check.OwnedHeaders;
import cloud.finfusion.runtime.InvalidArgumentException;
import cloud.finfusion.runtime.Json;
import cloud.finfusion.runtime.SafeText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Checks what a call adds to its request. No error shows a value, which may be a secret. */
final class RequestAdditions {
  private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";

  private RequestAdditions() {}

  /**
   * Returns a copy with another value, which comes last: it wins where names that differ are one,
   * as those of headers. A builder and the options it made share no map.
   */
  static <V> Map<String, V> with(Map<String, V> given, String name, @Nullable V value) {
    Map<String, V> with = new LinkedHashMap<>(given);
    with.remove(name);
    with.put(name, value);
    return with;
  }

  /** Returns a copy with one more value of a name. */
  static Map<String, List<@Nullable String>> withValue(
      Map<String, List<@Nullable String>> given, String name, @Nullable String value) {
    List<@Nullable String> known = given.isEmpty() ? null : given.get(name); // a name may be null
    List<@Nullable String> values = known == null ? new ArrayList<>() : new ArrayList<>(known);
    values.add(value);
    return with(given, name, values);
  }

  /** Names of headers are the same in any case. */
  static Map<String, String> headers(Map<String, @Nullable String> given) {
    if (given.isEmpty()) {
      return Map.of();
    }
    Map<String, String> checked = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    given.forEach((name, value) -> checked.put(headerName(name), headerValue(name, value)));
    return Collections.unmodifiableMap(checked);
  }

  private static String headerName(@Nullable String name) {
    if (name == null || !name.matches(TOKEN)) {
      throw new InvalidArgumentException(
          "header", "expected the name of a header, got none or another text. Correct it");
    }
    if (OwnedHeaders.contain(name)) {
      throw new InvalidArgumentException(
          field("header", name), "the SDK or HTTP writes this header. Leave it out");
    }
    return name;
  }

  private static String headerValue(String name, @Nullable String value) {
    if (value == null || !value.matches("[!-~]|[!-~][ -~]*[!-~]")) {
      throw new InvalidArgumentException(
          field("header", name),
          "expected ASCII characters without line breaks, and no space around them, got none or"
              + " something else. Choose another text");
    }
    return value;
  }

  static Map<String, List<String>> queryParameters(Map<String, List<@Nullable String>> given) {
    if (given.isEmpty()) {
      return Map.of();
    }
    Map<String, List<String>> checked = new LinkedHashMap<>();
    given.forEach(
        (name, values) -> {
          String field = field("queryParameter", named("queryParameter", name));
          checked.put(name, values.stream().map(value -> whole(field, value)).toList());
        });
    return Collections.unmodifiableMap(checked);
  }

  /** Copies, so that no later change of a list or map changes what is sent. */
  static Map<String, @Nullable Object> bodyFields(Map<String, @Nullable Object> given) {
    if (given.isEmpty()) {
      return Map.of();
    }
    Map<String, @Nullable Object> checked = new LinkedHashMap<>();
    given.forEach(
        (name, value) -> {
          String field = field("bodyField", named("bodyField", name));
          Object frozen = value == null ? null : Json.freeze(field, Json.ANY, value);
          whole(field, frozen == null ? "" : Json.write(Json.ANY, frozen));
          checked.put(name, frozen);
        });
    return Collections.unmodifiableMap(checked);
  }

  private static String named(String kind, @Nullable String name) {
    if (name == null || name.isBlank()) {
      throw new InvalidArgumentException(kind, "expected a name, got none. Give it one");
    }
    return whole(kind, name);
  }

  private static String whole(String field, @Nullable String text) {
    if (text == null) {
      throw new InvalidArgumentException(field, "expected a value, got null. Give it one");
    }
    SafeText.requireWhole(field, text);
    return text;
  }

  private static String field(String kind, String name) {
    return kind + " " + SafeText.name(name);
  }
}
