// A parameter may be a model, a union or a value of any of the types that models have.
package cloud.finfusion.runtime;

import com.google.gson.JsonElement;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What the value of a parameter is made of. */
final class PlainValue {
  private PlainValue() {}

  /** A list or an object has no style within another value, and is JSON there. */
  static String text(Object value) {
    if (value instanceof Map<?, ?> || value instanceof Collection<?>) {
      return Json.write(Json.ANY, Objects.requireNonNull(tree(value)));
    }
    if (value instanceof OffsetDateTime time) {
      return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    }
    return isDecimal(value) ? new BigDecimal(value.toString()).toPlainString() : value.toString();
  }

  /** Whether its own text may have an exponent. */
  private static boolean isDecimal(Object value) {
    boolean binary = value instanceof Double || value instanceof Float;
    return value instanceof BigDecimal
        || (binary && Double.isFinite(((Number) value).doubleValue()));
  }

  /** Whether it is written as its text. */
  static boolean isScalar(Object value) {
    return value instanceof CharSequence
        || value instanceof Number
        || value instanceof Boolean
        || value instanceof Character
        || value instanceof Enum
        || value instanceof OpenEnum
        || value instanceof OffsetDateTime
        || value instanceof LocalDate
        || value instanceof Instant
        || value instanceof UUID;
  }

  /**
   * Models, unions, trees, arrays and iterables as the maps, lists and values they are written as.
   */
  static @Nullable Object of(@Nullable Object value) {
    if (value instanceof JsonElement tree) {
      return Json.read(Json.ANY, tree.toString());
    }
    if (value instanceof GeneratedModel<?> model) {
      return Json.read(Json.ANY, model.toJson());
    }
    if (value instanceof UntaggedUnion union) {
      return Json.read(Json.ANY, union.toJson());
    }
    boolean list = value instanceof Iterable && !(value instanceof Path);
    return value != null && (list || value.getClass().isArray()) ? items(value) : value;
  }

  private static Collection<?> items(Object value) {
    if (value instanceof Collection<?> items) {
      return items;
    }
    if (value instanceof Iterable<?> items) {
      return StreamSupport.stream(items.spliterator(), false).toList();
    }
    return array(value);
  }

  private static List<@Nullable Object> array(Object array) {
    return IntStream.range(0, Array.getLength(array)).mapToObj(i -> Array.get(array, i)).toList();
  }

  /** The same however deep, with times, dates and enums as texts: what JSON is made of. */
  static @Nullable Object tree(@Nullable Object value) {
    Object plain = of(value);
    if (plain instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> fields = new LinkedHashMap<>();
      map.forEach((name, each) -> fields.put(String.valueOf(name), tree(each)));
      return fields;
    }
    if (plain instanceof Collection<?> items) {
      return items.stream().map(PlainValue::tree).toList();
    }
    if (plain instanceof BigDecimal number) {
      return Json.read(Json.ANY, Json.write(Json.DECIMAL, number)); // in full
    }
    return plain == null || plain instanceof Number || plain instanceof Boolean
        ? plain
        : text(plain);
  }
}
