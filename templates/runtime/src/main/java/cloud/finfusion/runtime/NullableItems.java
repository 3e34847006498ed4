// Items of lists and maps that the specification lets be null.
package cloud.finfusion.runtime;

import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Items that may be null. */
public final class NullableItems {
  private NullableItems() {}

  /** The same type, or null. */
  public static <V> TypeAdapter<V> of(TypeAdapter<V> type) {
    return new TypeAdapter<V>() {
      @Override
      public @Nullable V read(JsonReader in) throws IOException {
        if (in.peek() == JsonToken.NULL) {
          in.nextNull();
          return null;
        }
        return type.read(in);
      }

      @Override
      public void write(JsonWriter out, @Nullable V value) throws IOException {
        if (value == null) {
          Property.writeNull(out);
        } else {
          type.write(out, value);
        }
      }
    };
  }
}
