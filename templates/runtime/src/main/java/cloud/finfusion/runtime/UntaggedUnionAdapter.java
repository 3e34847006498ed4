// Reads any JSON and keeps it; the union tries its alternatives later, when a caller asks.
package cloud.finfusion.runtime;

import com.google.gson.JsonElement;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.function.Function;

/**
 * Reads and writes a union without a discriminator: no field of the JSON names the alternative.
 * Immutable.
 *
 * @param <U> the union
 */
public final class UntaggedUnionAdapter<U extends UntaggedUnion> extends TypeAdapter<U> {
  private final Function<JsonElement, U> union;

  private UntaggedUnionAdapter(Function<JsonElement, U> union) {
    this.union = union;
  }

  /** Takes what makes the union of its JSON. */
  public static <U extends UntaggedUnion> UntaggedUnionAdapter<U> of(
      Class<U> type, Function<JsonElement, U> union) {
    return ModelAdapterFactory.register(type, new UntaggedUnionAdapter<>(union));
  }

  /** Returns a value of one of the types as the JSON that it is written as. */
  public static <V> JsonElement tree(TypeAdapter<V> type, V value) {
    InvalidArgumentException.unlessPresent("value", value);
    return Json.read(TreeAdapter.INSTANCE, Json.write(type, value));
  }

  @Override
  public U read(JsonReader in) throws IOException {
    return union.apply(TreeAdapter.INSTANCE.read(in));
  }

  @Override
  public void write(JsonWriter out, U value) throws IOException {
    TreeAdapter.INSTANCE.write(out, value.json());
  }
}
