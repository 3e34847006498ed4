package cloud.finfusion.internal.json;

import cloud.finfusion.runtime.Json;
import cloud.finfusion.runtime.ModelAdapterFactory;
import com.google.gson.TypeAdapter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/**
 * Finds the adapter of a body: of a model, or of the lists, maps and plain values that another
 * specification may have.
 */
final class BodyTypeAdapters {
  private static final Map<Type, TypeAdapter<?>> PLAIN =
      Map.ofEntries(
          Map.entry(String.class, Json.STRING),
          Map.entry(Boolean.class, Json.BOOLEAN),
          Map.entry(Integer.class, Json.INTEGER),
          Map.entry(Long.class, Json.LONG),
          Map.entry(BigInteger.class, Json.BIG_INTEGER),
          Map.entry(Float.class, Json.FLOAT),
          Map.entry(Double.class, Json.DOUBLE),
          Map.entry(BigDecimal.class, Json.DECIMAL),
          Map.entry(LocalDate.class, Json.DATE),
          Map.entry(OffsetDateTime.class, Json.DATE_TIME),
          Map.entry(Object.class, Json.ANY));

  private BodyTypeAdapters() {}

  /**
   * Returns the adapter of a type.
   *
   * @throws IllegalArgumentException if no body can be of that type
   */
  static TypeAdapter<?> of(Type type) {
    TypeAdapter<?> plain = PLAIN.get(type);
    if (plain != null) {
      return plain;
    }
    if (type instanceof ParameterizedType generic) {
      return container(generic);
    }
    if (type instanceof Class<?> model) {
      return ModelAdapterFactory.adapterOf(model);
    }
    throw unknown(type);
  }

  private static TypeAdapter<?> container(ParameterizedType type) {
    Type[] of = type.getActualTypeArguments();
    if (type.getRawType() == List.class) {
      return Json.list(of(of[0]));
    }
    if (type.getRawType() == Map.class && of[0] == String.class) {
      return Json.map(of(of[1]));
    }
    throw unknown(type);
  }

  private static IllegalArgumentException unknown(Type type) {
    return new IllegalArgumentException(
        type.getTypeName() + ": expected a model, a list, a map by text, or a plain value");
  }
}
