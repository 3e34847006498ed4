// Stock loses the response, or the value, when an enum has one that it does not know.
package cloud.finfusion.runtime;

import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * Reads and writes an open enum. The known values are complete when the enum's class is
 * initialised, and do not change after.
 *
 * @param <E> the enum
 * @param <K> the known set
 */
public final class EnumAdapter<E extends OpenEnum<K>, K extends Enum<K>> extends TypeAdapter<E> {
  private final BiFunction<String, K, E> constructor;
  private final K unrecognized;
  private final K[] constants;
  private int next;
  private final Map<String, E> known = new HashMap<>();

  private EnumAdapter(BiFunction<String, K, E> constructor, K unrecognized) {
    this.constructor = constructor;
    this.unrecognized = unrecognized;
    this.constants = unrecognized.getDeclaringClass().getEnumConstants();
  }

  /** An enum without known values so far; any other value is kept as the unrecognized one. */
  public static <E extends OpenEnum<K>, K extends Enum<K>> EnumAdapter<E, K> of(
      Class<E> type, BiFunction<String, K, E> constructor, K unrecognized) {
    return ModelAdapterFactory.register(type, new EnumAdapter<>(constructor, unrecognized));
  }

  /** Adds a known value, that of the next constant, and returns it. */
  public E known(String value) {
    return known(value, constants[next++]);
  }

  /** Adds a known value, and returns it. */
  public E known(String value, K constant) {
    E one = constructor.apply(value, constant);
    known.put(value, one);
    return one;
  }

  /** Returns the value as written in JSON, whether it is known or not. */
  public E of(String value) {
    E one = known.get(value);
    return one == null ? constructor.apply(value, unrecognized) : one;
  }

  @Override
  public E read(JsonReader in) throws IOException {
    return of(Json.STRING.read(in));
  }

  @Override
  public void write(JsonWriter out, E value) throws IOException {
    out.value(value.value());
  }
}
