// A whole tree of a union costs four times the union; this keeps only what comes before the
// discriminator.
package cloud.finfusion.runtime;

import com.google.gson.JsonElement;
import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The members of an object that came before it was known of which kind the object is. */
final class LeadingMembers {
  /** So many are compared one by one: a payment method has two, and a map costs four times that. */
  private static final int FEW = 8;

  private record Member(String name, JsonElement value) {}

  private final List<Member> members = new ArrayList<>(FEW);
  private Set<String> names = Set.of(); // of all, once they are many
  private String last = "";

  /** Keeps members until the one that names the kind is among them, and returns the kind. */
  String readUntil(String discriminator, JsonReader in) throws IOException {
    JsonElement kind = find(discriminator); // of a union within a union, both may be known
    while (kind == null) {
      if (!in.hasNext()) {
        in.endObject();
        throw new UnreadableJsonException(
            in.getPreviousPath() + "." + discriminator, "expected a value, got none");
      }
      last = in.nextName();
      if (isThere(last)) {
        throw Json.twice(in);
      }
      JsonElement value = TreeAdapter.INSTANCE.read(in);
      members.add(new Member(last, value));
      kind = last.equals(discriminator) ? value : null;
    }
    return kind(kind, discriminator, in);
  }

  private @Nullable JsonElement find(String name) {
    for (Member each : members) {
      if (each.name.equals(name)) {
        return each.value;
      }
    }
    return null;
  }

  private boolean isThere(String name) {
    if (members.size() == FEW) {
      names = new HashSet<>();
      members.forEach(each -> names.add(each.name));
    }
    return members.size() < FEW ? find(name) != null : !names.add(name);
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
    for (Member each : members) {
      try {
        member.accept(each.name, each.value);
      } catch (UnreadableJsonException inner) {
        throw inner.within(path(in) + "." + each.name);
      }
    }
  }

  /** The object's own path, while the reader stands behind the last of them. */
  private String path(JsonReader in) {
    String ofLast = in.getPath();
    return ofLast.substring(0, ofLast.length() - last.length() - 1);
  }
}
