// Stock sends the toString of an object that stands in a query.
package cloud.finfusion.runtime;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.stream.Collectors;
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

  /** A list as one text. */
  public static @Nullable String joined(String delimiter, @Nullable Collection<?> values) {
    return values == null ? null : present(values).collect(Collectors.joining(delimiter));
  }

  private static Stream<String> present(Collection<?> values) {
    return values.stream().map(PlainValue::of).filter(Objects::nonNull).map(PlainValue::text);
  }

  /** An object as one text, {@code name,value,name,value} or {@code name=value,name=value}. */
  public static @Nullable String pairs(String delimiter, String equal, @Nullable Object value) {
    Object plain = PlainValue.of(value); // of a union that may be no object
    if (plain instanceof Map<?, ?>) {
      StringJoiner pairs = new StringJoiner(delimiter);
      fields(plain).forEach((name, each) -> pairs.add(name + equal + each));
      return pairs.toString();
    }
    return plain == null || plain instanceof Collection<?>
        ? joined(delimiter, (Collection<?>) plain)
        : PlainValue.text(plain);
  }

  /**
   * A list or an object as the text of a header or a cookie, where nothing can be escaped.
   *
   * @throws InvalidArgumentException if a comma, which stands between items, is in one of them
   */
  public static @Nullable String unescaped(String name, String equal, @Nullable Object value) {
    Object plain = PlainValue.of(value);
    if (plain instanceof Map<?, ?>) {
      fields(plain).forEach((field, each) -> requireNone(",", name, field + each));
    } else if (plain instanceof Collection<?> items) {
      present(items).forEach(each -> requireNone(",", name, each));
    }
    return pairs(",", equal, plain);
  }

  private static void requireNone(String delimiter, String name, String text) {
    if (text.contains(delimiter)) {
      throw new InvalidArgumentException(
          name,
          "expected no \"" + delimiter + "\" in it, got one, which would divide it. Leave it out");
    }
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
