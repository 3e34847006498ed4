// Where a schema leaves the type open, a style cannot be chosen before the call is made.
package cloud.finfusion.runtime;

import com.google.gson.JsonElement;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Parameters of any type, each written as what its value is: text, list or object. An object or a
 * list in a list is JSON, unless the list holds nothing else: then each stands by its place, {@code
 * name[0][field]}. A null is left out.
 */
public final class AnyParameters {
  private AnyParameters() {}

  /**
   * A value or the items of a list; null if the value is sent field by field, see {@link #fields}.
   */
  public static @Nullable List<String> texts(@Nullable Object value) {
    return isSentByField(value) ? null : Parameters.texts(value);
  }

  /** The same as one text, in which no item may hold the delimiter. */
  public static @Nullable String joined(String name, String delimiter, @Nullable Object value) {
    return Parameters.unescaped(name, delimiter, delimiter, texts(value));
  }

  /** An object as {@code field=value}; empty of what {@link #texts} has. */
  public static Map<String, String> fields(String name, @Nullable Object value) {
    return PlainValue.of(value) instanceof Map<?, ?> map
        ? Parameters.fields(map)
        : deepObject(name, value);
  }

  /** An object as {@code name[field]=value}; empty of what {@link #texts} has. */
  public static Map<String, String> deepObject(String name, @Nullable Object value) {
    return isSentByField(value) ? Parameters.deepObject(name, value) : Map.of();
  }

  /**
   * A list or an object as one text, {@code name=field,value}, in which no item may hold the
   * delimiter.
   */
  public static Map<String, String> pairs(String name, String delimiter, @Nullable Object value) {
    return isNested(value)
        ? deepObject(name, value)
        : one(name, Parameters.unescaped(name, delimiter, delimiter, value));
  }

  /** The same with commas, percent-encoded for a URL. */
  public static Map<String, String> encoded(String name, @Nullable Object value) {
    String key = Parameters.percentEncoded(name, name);
    if (!isNested(value)) {
      return one(key, Parameters.encoded(name, ",", ",", value));
    }
    Map<String, String> encoded = new LinkedHashMap<>();
    deepObject(name, value)
        .forEach(
            (field, each) ->
                encoded.put(
                    Parameters.percentEncoded(name, field),
                    Parameters.percentEncoded(field, each)));
    return encoded;
  }

  private static Map<String, String> one(String name, @Nullable String text) {
    return text == null ? Map.of() : Map.of(name, text);
  }

  /** The style {@code matrix} of a path, exploded; percent-encoded. */
  public static String matrix(String name, Object value) {
    String item = ";" + name + "=";
    return PlainValue.of(value) instanceof Map<?, ?> map
        ? ";" + Parameters.encoded(name, ";", "=", map)
        : item + Parameters.encoded(name, item, "=", value);
  }

  /** The fields of a body of several parts: one by the name. */
  public static Map<String, JsonElement> part(String name, @Nullable Object value) {
    String json = Parameters.json(value);
    return json == null ? Map.of() : Map.of(name, Json.read(TreeAdapter.INSTANCE, json));
  }

  /**
   * Returns a value for a path, of which no model has seen that it can be written.
   *
   * @throws InvalidArgumentException if it is an object of a class that is no model, or has no item
   */
  public static @Nullable Object checked(String name, @Nullable Object value) {
    Object plain = PlainValue.of(value);
    requireWritable(name, plain);
    return Parameters.filled(name, plain);
  }

  private static void requireWritable(String name, @Nullable Object value) {
    Object plain = PlainValue.of(value);
    if (plain instanceof Map<?, ?> map) {
      map.values().forEach(each -> requireWritable(name, each));
    } else if (plain instanceof Collection<?> items) {
      items.forEach(each -> requireWritable(name, each));
    } else if (plain != null && !PlainValue.isScalar(plain)) {
      throw new InvalidArgumentException(
          name,
          "expected text, number, boolean, time, list, map or model, got "
              + plain.getClass().getSimpleName()
              + ". Convert it first");
    }
  }

  private static boolean isSentByField(@Nullable Object value) {
    return isNested(value) || PlainValue.of(value) instanceof Map;
  }

  /** Whether it is a list of nothing but objects and lists. */
  private static boolean isNested(@Nullable Object value) {
    if (PlainValue.of(value) instanceof Collection<?> items) {
      List<?> present = items.stream().map(PlainValue::of).filter(Objects::nonNull).toList();
      return !present.isEmpty() && present.stream().allMatch(AnyParameters::isContainer);
    }
    return false;
  }

  private static boolean isContainer(Object plain) {
    return plain instanceof Map || plain instanceof Collection;
  }
}
