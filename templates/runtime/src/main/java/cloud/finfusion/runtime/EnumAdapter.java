// Stock loses the answer, or the value, when an enum has one that it does not know.
package cloud.finfusion.runtime;

import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Reads and writes an open enum. Immutable.
 *
 * @param <E> the enum
 */
public final class EnumAdapter<E extends OpenEnum<?>> extends TypeAdapter<E> {
  private final Function<String, E> other;
  private final Map<String, E> known = new HashMap<>();

  private EnumAdapter(Function<String, E> other) {
    this.other = other;
  }

  /** An enum with these values; the function keeps any other. */
  @SafeVarargs
  public static <E extends OpenEnum<?>> EnumAdapter<E> of(
      Class<E> type, Function<String, E> other, E... known) {
    EnumAdapter<E> adapter = new EnumAdapter<>(other);
    for (E each : known) {
      adapter.known.put(each.value(), each);
    }
    return ModelAdapterFactory.register(type, adapter);
  }

  /** Returns the value as written in JSON, whether it is known or not. */
  public E of(String value) {
    E one = known.get(value);
    return one == null ? other.apply(value) : one;
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
