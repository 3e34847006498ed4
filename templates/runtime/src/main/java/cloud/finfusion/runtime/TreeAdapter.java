// Gson's tree keeps the last of two equal names; ours refuses the second.
package cloud.finfusion.runtime;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;

/** Keeps JSON as it is: unknown fields, and a union's members until its kind is known. */
final class TreeAdapter extends TypeAdapter<JsonElement> {
  static final TreeAdapter INSTANCE = new TreeAdapter();
  private static final TypeAdapter<JsonElement> GSONS_OWN =
      new Gson().getAdapter(JsonElement.class);

  private TreeAdapter() {}

  /** Reads a value out of a tree that stands at the path. */
  static <V> V convert(TypeAdapter<V> adapter, JsonElement tree, String path) {
    try {
      return adapter.fromJsonTree(tree);
    } catch (UnreadableJsonException inner) {
      throw inner.within(path);
    }
  }

  static boolean isText(JsonElement element) {
    return element.isJsonPrimitive() && element.getAsJsonPrimitive().isString();
  }

  @Override
  public JsonElement read(JsonReader in) throws IOException {
    JsonToken token = in.peek();
    return switch (token) {
      case BEGIN_OBJECT -> readObject(in);
      case BEGIN_ARRAY -> readArray(in);
      case STRING -> new JsonPrimitive(in.nextString());
      case BOOLEAN -> new JsonPrimitive(in.nextBoolean());
      case NUMBER -> new JsonPrimitive(Json.DECIMAL.read(in));
      case NULL -> {
        in.nextNull();
        yield JsonNull.INSTANCE;
      }
      default -> throw Json.unexpected(in, "a value", token);
    };
  }

  private JsonObject readObject(JsonReader in) throws IOException {
    ContainerAdapters.begin(in, JsonToken.BEGIN_OBJECT, "an object");
    JsonObject object = new JsonObject();
    while (in.hasNext()) {
      String name = in.nextName();
      if (object.has(name)) {
        throw Json.twice(in);
      }
      object.add(name, read(in));
    }
    in.endObject();
    return object;
  }

  private JsonArray readArray(JsonReader in) throws IOException {
    JsonArray array = new JsonArray();
    in.beginArray();
    while (in.hasNext()) {
      array.add(read(in));
    }
    in.endArray();
    return array;
  }

  /** Writes null where null was read, whatever the user's Gson does. */
  @Override
  public void write(JsonWriter out, JsonElement element) throws IOException {
    boolean before = out.getSerializeNulls();
    out.setSerializeNulls(true);
    GSONS_OWN.write(out, element);
    out.setSerializeNulls(before);
  }
}
