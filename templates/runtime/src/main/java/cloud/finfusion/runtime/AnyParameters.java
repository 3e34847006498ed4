// Where a schema leaves the type open, a style cannot be chosen before the call is made.
package cloud.finfusion.runtime;

import com.google.gson.JsonElement;
import java.util.Collection;
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

  /** A value or the items of a list; null of what {@link #fields} has names for. */
  public static @Nullable List<String> texts(@Nullable Object value) {
    return isNamed(value) ? null : Parameters.texts(value);
  }

  /** The same as one text. */
  public static @Nullable String joined(String delimiter, @Nullable Object value) {
    return Parameters.joined(delimiter, texts(value));
  }

  /** An object as {@code field=value}; empty of what {@link #texts} has. */
  public static Map<String, String> fields(String name, @Nullable Object value) {
    return PlainValue.of(value) instanceof Map<?, ?> map
        ? Parameters.fields(map)
        : deepObject(name, value);
  }

  /** An object as {@code name[field]=value}; empty of what {@link #texts} has. */
  public static Map<String, String> deepObject(String name, @Nullable Object value) {
    return isNamed(value) ? Parameters.deepObject(name, value) : Map.of();
  }

  /** A list or an object as one text, {@code name=field,value}. */
  public static Map<String, String> pairs(String name, String delimiter, @Nullable Object value) {
    Object plain = PlainValue.of(value);
    if (plain == null || (isNamed(plain) && !(plain instanceof Map))) {
      return deepObject(name, plain);
    }
    return Map.of(name, Objects.requireNonNull(Parameters.pairs(delimiter, delimiter, plain)));
  }

  /** The style {@code matrix} of a path, exploded. */
  public static String matrix(String name, Object value) {
    Object plain = PlainValue.of(value);
    String item = ";" + name + "=";
    return plain instanceof Map
        ? ";" + Parameters.pairs(";", "=", plain)
        : item + Parameters.pairs(item, "=", plain);
  }

  /** The fields of a body of several parts: one by the name. */
  public static Map<String, JsonElement> part(String name, @Nullable Object value) {
    String json = Parameters.json(value);
    return json == null ? Map.of() : Map.of(name, Json.read(TreeAdapter.INSTANCE, json));
  }

  /**
   * Returns a value of which no model has seen that it can be written.
   *
   * @throws InvalidArgumentException if it is an object of a class that is no model
   */
  public static @Nullable Object checked(String name, @Nullable Object value) {
    Object plain = PlainValue.of(value);
    if (plain instanceof Map<?, ?> map) {
      map.values().forEach(each -> checked(name, each));
    } else if (plain instanceof Collection<?> items) {
      items.forEach(each -> checked(name, each));
    } else if (plain != null && !PlainValue.isScalar(plain)) {
      throw new InvalidArgumentException(
          name,
          "expected text, number, boolean, time, list, map or model, got "
              + plain.getClass().getSimpleName()
              + ". Convert it first");
    }
    return plain;
  }

  private static boolean isNamed(@Nullable Object value) {
    Object plain = PlainValue.of(value);
    if (plain instanceof Collection<?> items) {
      List<?> present = items.stream().map(PlainValue::of).filter(Objects::nonNull).toList();
      return !present.isEmpty() && present.stream().allMatch(AnyParameters::isContainer);
    }
    return plain instanceof Map;
  }

  private static boolean isContainer(Object plain) {
    return plain instanceof Map || plain instanceof Collection;
  }
}
