// A whole tree of a union costs four times the union; this keeps only what comes before the
// discriminator.
package cloud.finfusion.runtime;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.util.Map;
import java.util.function.BiConsumer;

/** The members of an object that came before it was known of which kind the object is. */
final class LeadingMembers {
  private final JsonObject members = new JsonObject();
  private String last = "";

  /** Keeps members until the one that names the kind is among them, and returns the kind. */
  String readUntil(String discriminator, JsonReader in) throws IOException {
    JsonElement kind = members.get(discriminator); // of a union within a union, both may be known
    while (kind == null) {
      if (!in.hasNext()) {
        in.endObject();
        throw new UnreadableJsonException(
            in.getPreviousPath() + "." + discriminator, "expected a value, got none");
      }
      last = in.nextName();
      JsonElement value = TreeAdapter.INSTANCE.readMember(last, in, members);
      kind = last.equals(discriminator) ? value : null;
    }
    return kind(kind, discriminator, in);
  }

  private String kind(JsonElement value, String discriminator, JsonReader in) {
    if (value.isJsonNull()) {
      throw new UnreadableJsonException(
          path(in) + "." + discriminator, "expected a value, got none");
    }
    if (TreeAdapter.isText(value)) {
      return value.getAsString();
    }
    // says what it is instead
    return TreeAdapter.convert(Json.STRING, value, path(in) + "." + discriminator);
  }

  /** Gives them to who reads the object, as if they came only now. */
  void forEach(JsonReader in, BiConsumer<String, JsonElement> member) {
    for (Map.Entry<String, JsonElement> each : members.entrySet()) {
      try {
        member.accept(each.getKey(), each.getValue());
      } catch (UnreadableJsonException inner) {
        throw inner.within(path(in) + "." + each.getKey());
      }
    }
  }

  /** The object's own path, while the reader stands behind the last of them. */
  private String path(JsonReader in) {
    String ofLast = in.getPath();
    return ofLast.substring(0, ofLast.length() - last.length() - 1);
  }
}
