// Lists and maps that nobody can change, and no duplicate names.
package cloud.finfusion.runtime;

import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lists and maps of one type. */
final class ContainerAdapters {
  private ContainerAdapters() {}

  /** An adapter that also makes frozen copies of what callers give. */
  abstract static class Freezing<V> extends TypeAdapter<V> {
    /** Returns an unchangeable copy, or throws a RuntimeException that names what is wrong. */
    abstract V frozen(String field, Object value);
  }

  private static @Nullable Object frozenItem(
      String field, TypeAdapter<?> adapter, @Nullable Object item) {
    if (item == null && adapter != FreeFormAdapter.ANY) {
      throw new InvalidArgumentException(field, "expected a value, got null. Leave it out");
    }
    return item == null ? null : Json.freeze(field, adapter, item);
  }

  static String name(String field, @Nullable Object name) {
    if (name instanceof String text) {
      return text;
    }
    throw new InvalidArgumentException(field, "expected texts as names, got another type or null");
  }

  static void begin(JsonReader in, JsonToken token, String expected) throws IOException {
    JsonToken got = in.peek();
    if (got != token) {
      throw Json.unexpected(in, expected, got);
    }
    if (token == JsonToken.BEGIN_ARRAY) {
      in.beginArray();
    } else {
      in.beginObject();
    }
  }

  static <V> TypeAdapter<List<V>> list(TypeAdapter<V> item) {
    return new Freezing<List<V>>() {
      @Override
      public void write(JsonWriter out, List<V> list) throws IOException {
        out.beginArray();
        for (V each : list) {
          item.write(out, each);
        }
        out.endArray();
      }

      @Override
      public List<V> read(JsonReader in) throws IOException {
        List<V> list = new ArrayList<>();
        begin(in, JsonToken.BEGIN_ARRAY, "an array");
        while (in.hasNext()) {
          list.add(item.read(in));
        }
        in.endArray();
        return Collections.unmodifiableList(list);
      }

      @Override
      @SuppressWarnings("unchecked") // the builder's signature says what the list holds
      List<V> frozen(String field, Object value) {
        List<V> list = new ArrayList<>();
        for (Object each : (Collection<?>) value) {
          list.add((V) frozenItem(field + "[" + list.size() + "]", item, each));
        }
        return Collections.unmodifiableList(list);
      }
    };
  }

  static <V> TypeAdapter<Map<String, V>> map(TypeAdapter<V> value) {
    return new Freezing<Map<String, V>>() {
      @Override
      public void write(JsonWriter out, Map<String, V> map) throws IOException {
        out.beginObject();
        for (Map.Entry<String, V> each : map.entrySet()) {
          out.name(each.getKey());
          value.write(out, each.getValue());
        }
        out.endObject();
      }

      @Override
      public Map<String, V> read(JsonReader in) throws IOException {
        Map<String, V> map = new LinkedHashMap<>();
        begin(in, JsonToken.BEGIN_OBJECT, "an object");
        while (in.hasNext()) {
          String name = in.nextName();
          if (map.containsKey(name)) {
            throw Json.twice(in);
          }
          map.put(name, value.read(in));
        }
        in.endObject();
        return Collections.unmodifiableMap(map);
      }

      @Override
      @SuppressWarnings("unchecked") // the builder's signature says what the map holds
      Map<String, V> frozen(String field, Object given) {
        Map<String, V> map = new LinkedHashMap<>();
        ((Map<?, ?>) given)
            .forEach(
                (name, each) ->
                    map.put(name(field, name), (V) frozenItem(field + "." + name, value, each)));
        return Collections.unmodifiableMap(map);
      }
    };
  }
}
