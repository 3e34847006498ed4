package cloud.finfusion.internal.json;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;

/** Reads the names in a JSON object that the SDK wrote, not those within its values. */
public final class FieldNames {
  private FieldNames() {}

  /** Returns the names of the fields. */
  public static Set<String> of(String object) {
    Set<String> names = new HashSet<>();
    try (JsonReader in = new JsonReader(new StringReader(object))) {
      in.beginObject();
      while (in.peek() != JsonToken.END_OBJECT) {
        names.add(in.nextName());
        in.skipValue();
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return names;
  }
}
