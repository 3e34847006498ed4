package cloud.finfusion.internal.json;

import cloud.finfusion.runtime.Json;
import cloud.finfusion.runtime.ModelAdapterFactory;
import com.google.gson.TypeAdapter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
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
      Map.of(
          String.class, Json.STRING,
          Boolean.class, Json.BOOLEAN,
          Integer.class, Json.INTEGER,
          Long.class, Json.LONG,
          Float.class, Json.FLOAT,
          Double.class, Json.DOUBLE,
          BigDecimal.class, Json.DECIMAL,
          LocalDate.class, Json.DATE,
          OffsetDateTime.class, Json.DATE_TIME,
          Object.class, Json.ANY);

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
