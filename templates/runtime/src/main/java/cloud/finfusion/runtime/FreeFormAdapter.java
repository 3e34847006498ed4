// Gson reads 5 as 5.0 and large numbers inexactly where no type is given.
package cloud.finfusion.runtime;

import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON of any shape as plain Java values: exact numbers, unchangeable lists and maps. */
final class FreeFormAdapter extends ContainerAdapters.Freezing<Object> {
  static final FreeFormAdapter ANY = new FreeFormAdapter();

  static final TypeAdapter<Map<String, Object>> OBJECT = ContainerAdapters.map(ANY);
  private static final TypeAdapter<List<Object>> ARRAY = ContainerAdapters.list(ANY);

  /**
   * Less than Gson's limit of nesting, so that what is written can be read, also within a list or
   * an event.
   */
  private static final int MAX_DEPTH = 200;

  private FreeFormAdapter() {}

  @Override
  public @Nullable Object read(JsonReader in) throws IOException {
    JsonToken token = in.peek();
    return switch (token) {
      case BEGIN_OBJECT -> OBJECT.read(in);
      case BEGIN_ARRAY -> ARRAY.read(in);
      case STRING -> in.nextString();
      case BOOLEAN -> in.nextBoolean();
      case NUMBER -> normal(Json.DECIMAL.read(in));
      case NULL -> {
        in.nextNull();
        yield null;
      }
      default -> throw Json.unexpected(in, "a value", token);
    };
  }

  @Override
  @SuppressWarnings("unchecked") // what reading and freezing give: names are texts
  public void write(JsonWriter out, @Nullable Object value) throws IOException {
    if (value instanceof Map) {
      OBJECT.write(out, (Map<String, Object>) value);
    } else if (value instanceof List) {
      ARRAY.write(out, (List<Object>) value);
    } else if (value instanceof Number number) {
      out.value(number);
    } else if (value instanceof Boolean flag) {
      out.value(flag);
    } else if (value == null) {
      Property.writeNull(out);
    } else {
      out.value((String) value);
    }
  }

  @Override
  Object frozen(String field, Object value) {
    return frozen(field, value, 0);
  }

  private Object frozen(String field, Object value, int depth) {
    if (value instanceof String || value instanceof Boolean) {
      return value;
    }
    if (value instanceof Map<?, ?> map) {
      return frozenMap(field, map, depth);
    }
    if (value instanceof Collection<?> items) {
      List<@Nullable Object> list = new ArrayList<>();
      items.forEach(each -> list.add(frozenItem(field + "[]", each, depth + 1)));
      return Collections.unmodifiableList(list);
    }
    return frozenNumber(field, value);
  }

  private @Nullable Object frozenItem(String field, @Nullable Object value, int depth) {
    if (depth > MAX_DEPTH) {
      throw new InvalidArgumentException(
          field, "expected at most " + MAX_DEPTH + " levels, got more");
    }
    return value == null ? null : frozen(field, value, depth);
  }

  private Map<String, @Nullable Object> frozenMap(String field, Map<?, ?> map, int depth) {
    Map<String, @Nullable Object> frozen = new LinkedHashMap<>();
    map.forEach(
        (name, value) ->
            frozen.put(
                ContainerAdapters.name(field, name),
                frozenItem(field + "." + name, value, depth + 1)));
    return Collections.unmodifiableMap(frozen);
  }

  private static Number frozenNumber(String field, Object value) {
    try {
      return normal(new BigDecimal(value instanceof Number ? value.toString() : "none"));
    } catch (NumberFormatException notOne) {
      throw new InvalidArgumentException(
          field,
          "expected text, number, boolean, list or map, got "
              + value.getClass().getSimpleName()
              + ". Convert it first");
    }
  }

  /** Equal numbers become equal objects: 1, 1L and 1.0 are one. */
  private static Number normal(BigDecimal number) {
    boolean small = Math.abs((long) number.scale()) <= 1000 && number.precision() <= 1000;
    BigDecimal stripped = small ? number.stripTrailingZeros() : number;
    if (!small || stripped.scale() > 0) {
      return stripped;
    }
    BigInteger whole = stripped.toBigInteger();
    return whole.bitLength() < Long.SIZE ? (Number) whole.longValue() : whole;
  }
}
