// Stock sends the toString of an object that stands in a query.
package cloud.finfusion.runtime;

import com.google.gson.JsonElement;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
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
    if (plain(value) instanceof Map<?, ?> map) {
      map.forEach((name, each) -> add(fields, String.valueOf(name), each));
    }
    return fields;
  }

  private static void add(Map<String, String> fields, String name, @Nullable Object written) {
    Object value = plain(written);
    if (value instanceof Map<?, ?> map) {
      map.forEach((inner, each) -> add(fields, name + "[" + inner + "]", each));
    } else if (value instanceof Collection<?> items) {
      int index = 0;
      for (Object each : items) {
        add(fields, name + "[" + index++ + "]", each);
      }
    } else if (value != null) {
      SafeText.requireWhole(name, name);
      SafeText.requireWhole(name, text(value));
      fields.put(name, text(value));
    }
  }

  /** The texts of a list, or of a union that may be one: a single value is a list of it. */
  public static @Nullable List<String> texts(@Nullable Object value) {
    Object plain = plain(value);
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
    return values.stream().map(Parameters::plain).filter(Objects::nonNull).map(Parameters::text);
  }

  /** An object as one text, {@code name,value,name,value} or {@code name=value,name=value}. */
  public static @Nullable String pairs(String delimiter, String equal, @Nullable Object value) {
    Object plain = plain(value); // of a union that may be no object
    if (plain instanceof Map<?, ?>) {
      StringJoiner pairs = new StringJoiner(delimiter);
      fields(plain).forEach((name, each) -> pairs.add(name + equal + each));
      return pairs.toString();
    }
    return plain == null || plain instanceof Collection<?>
        ? joined(delimiter, (Collection<?>) plain)
        : text(plain);
  }

  /** Anything as JSON. */
  public static @Nullable String json(@Nullable Object value) {
    Object tree = tree(value);
    return tree == null ? null : Json.write(Json.ANY, tree);
  }

  /** Each item of a list as JSON. */
  public static @Nullable List<@Nullable String> jsons(@Nullable Collection<?> values) {
    return values == null ? null : values.stream().map(Parameters::json).toList();
  }

  /** Names and values by turns as the one {@code Cookie} header; null if no value is given. */
  public static @Nullable String cookies(@Nullable Object... namesAndValues) {
    StringJoiner cookies = new StringJoiner("; ");
    for (int i = 0; i < namesAndValues.length; i += 2) {
      if (namesAndValues[i + 1] != null) {
        cookies.add(namesAndValues[i] + "=" + text(namesAndValues[i + 1]));
      }
    }
    return cookies.length() == 0 ? null : cookies.toString();
  }

  /** A list or an object has no style within another value, and is JSON there. */
  private static String text(Object value) {
    if (value instanceof Map<?, ?> || value instanceof Collection<?>) {
      return Objects.requireNonNull(json(value));
    }
    if (value instanceof OffsetDateTime time) {
      return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    }
    return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
  }

  /** Models, unions and trees as the maps, lists and values they are written as. */
  private static @Nullable Object plain(@Nullable Object value) {
    if (value instanceof JsonElement tree) {
      return Json.read(Json.ANY, tree.toString());
    }
    if (value instanceof GeneratedModel<?> model) {
      return Json.read(Json.ANY, model.toJson());
    }
    return value instanceof UntaggedUnion union ? Json.read(Json.ANY, union.toJson()) : value;
  }

  /** The same however deep, with times, dates and enums as texts: what JSON is made of. */
  private static @Nullable Object tree(@Nullable Object value) {
    Object plain = plain(value);
    if (plain instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> fields = new LinkedHashMap<>();
      map.forEach((name, each) -> fields.put(String.valueOf(name), tree(each)));
      return fields;
    }
    if (plain instanceof Collection<?> items) {
      return items.stream().map(Parameters::tree).toList();
    }
    if (plain instanceof BigDecimal number) {
      return Json.read(Json.ANY, Json.write(Json.DECIMAL, number)); // in full
    }
    return plain == null || plain instanceof Number || plain instanceof Boolean
        ? plain
        : text(plain);
  }
}
