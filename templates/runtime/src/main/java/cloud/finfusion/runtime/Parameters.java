// Stock sends the toString of an object that stands in a query.
package cloud.finfusion.runtime;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Values in queries, forms and headers, in the styles that OpenAPI names. A null is left out. */
public final class Parameters {
  private Parameters() {}

  /** An object as {@code name[field]=value}, however deep; a plain value as {@code name=value}. */
  public static Map<String, String> deepObject(String name, @Nullable Object value) {
    Map<String, String> fields = new LinkedHashMap<>();
    add(fields, name, value);
    return fields;
  }

  /** An object as {@code field=value}. */
  public static Map<String, String> fields(@Nullable Object value) {
    Map<String, String> fields = new LinkedHashMap<>();
    if (PlainValue.of(value) instanceof Map<?, ?> map) {
      map.forEach((name, each) -> add(fields, String.valueOf(name), each));
    }
    return fields;
  }

  private static void add(Map<String, String> fields, String name, @Nullable Object written) {
    Object value = PlainValue.of(written);
    if (value instanceof Map<?, ?> map) {
      map.forEach((inner, each) -> add(fields, name + "[" + inner + "]", each));
    } else if (value instanceof Collection<?> items) {
      int index = 0;
      for (Object each : items) {
        add(fields, name + "[" + index++ + "]", each);
      }
    } else if (value != null) {
      SafeText.requireWhole(name, name);
      SafeText.requireWhole(name, PlainValue.text(value));
      fields.put(name, PlainValue.text(value));
    }
  }

  /** The texts of a list, or of a union that may be one: a single value is a list of it. */
  public static @Nullable List<String> texts(@Nullable Object value) {
    Object plain = PlainValue.of(value);
    if (plain == null) {
      return null;
    }
    return present(plain instanceof Collection<?> items ? items : List.of(plain)).toList();
  }

  private static Stream<String> present(Collection<?> values) {
    return values.stream().map(PlainValue::of).filter(Objects::nonNull).map(PlainValue::text);
  }

  /**
   * A list or an object as one text for a URL, {@code a,b} or {@code name=value,name=value}: items,
   * names and values are percent-encoded, so that none of them holds the delimiter.
   */
  public static @Nullable String encoded(
      String name, String delimiter, String equal, @Nullable Object value) {
    return joined(delimiter, equal, value, text -> percentEncoded(name, text));
  }

  /**
   * As {@link #encoded}, for places that escape nothing (headers, cookies), or escape the delimiter
   * too (forms).
   *
   * @throws InvalidArgumentException if the delimiter is in an item, a name or a value
   */
  public static @Nullable String unescaped(
      String name, String delimiter, String equal, @Nullable Object value) {
    Object plain = PlainValue.of(value);
    boolean divided = plain instanceof Map || plain instanceof Collection;
    return joined(
        delimiter, equal, plain, text -> divided ? requireNone(delimiter, name, text) : text);
  }

  private static @Nullable String joined(
      String delimiter, String equal, @Nullable Object value, UnaryOperator<String> written) {
    Object plain = PlainValue.of(value); // of a union that may be no object
    if (plain instanceof Map<?, ?>) {
      return joined(
          delimiter,
          fields(plain).entrySet().stream()
              .map(each -> written.apply(each.getKey()) + equal + written.apply(each.getValue())));
    }
    if (plain instanceof Collection<?> items) {
      return joined(delimiter, present(items).map(written));
    }
    return plain == null ? null : written.apply(PlainValue.text(plain));
  }

  /** Null of nothing, which no style has a form for. */
  private static @Nullable String joined(String delimiter, Stream<String> texts) {
    List<String> all = texts.toList();
    return all.isEmpty() ? null : String.join(delimiter, all);
  }

  /**
   * Returns a list or an object that is to stand in a path.
   *
   * @throws InvalidArgumentException if it has no item or field that is not null
   */
  public static @Nullable Object filled(String name, @Nullable Object value) {
    Object plain = PlainValue.of(value);
    if (plain != null && joined("", "", plain, UnaryOperator.identity()) == null) {
      throw new InvalidArgumentException(
          name, "expected an item, got none. Pass one, as a path has no place for none");
    }
    return plain;
  }

  /** All but letters, digits and {@code -._~}, as a URL has it. */
  static String percentEncoded(String name, String text) {
    SafeText.requireWhole(name, text);
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }

  private static String requireNone(String delimiter, String name, String text) {
    if (text.contains(delimiter)) {
      throw new InvalidArgumentException(
          name,
          "expected no \"" + delimiter + "\" in it, got one, which would divide it. Leave it out");
    }
    return text;
  }

  /** Anything as JSON. */
  public static @Nullable String json(@Nullable Object value) {
    Object tree = PlainValue.tree(value);
    return tree == null ? null : Json.write(Json.ANY, tree);
  }

  /** Each item of a list as JSON. */
  public static @Nullable List<@Nullable String> jsons(@Nullable Collection<?> values) {
    return values == null ? null : values.stream().map(Parameters::json).toList();
  }

  /**
   * Names and values by turns as the one {@code Cookie} header; null if no value is given.
   *
   * @throws InvalidArgumentException if a semicolon, which stands between cookies, is in a value
   */
  public static @Nullable String cookies(@Nullable Object... namesAndValues) {
    StringJoiner cookies = new StringJoiner("; ");
    for (int i = 0; i < namesAndValues.length; i += 2) {
      if (namesAndValues[i + 1] != null) {
        String name = String.valueOf(namesAndValues[i]);
        String value = PlainValue.text(namesAndValues[i + 1]);
        requireNone(";", name, value);
        cookies.add(name + "=" + value);
      }
    }
    return cookies.length() == 0 ? null : cookies.toString();
  }
}
