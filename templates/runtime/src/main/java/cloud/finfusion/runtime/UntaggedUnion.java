// The base of unions that nothing in the JSON tells apart.
package cloud.finfusion.runtime;

import com.google.gson.JsonElement;
import com.google.gson.TypeAdapter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value that is one of several types, kept as the JSON it came as. Immutable; equal by content.
 */
@JacksonSupport
public abstract class UntaggedUnion {
  private final JsonElement json;

  /** Keeps a value. */
  protected UntaggedUnion(JsonElement json) {
    this.json = json;
  }

  /** Returns it as one of its types; null if it is none. */
  protected final <V> @Nullable V as(TypeAdapter<V> type) {
    try {
      return TreeAdapter.convert(type, json, "$");
    } catch (UnreadableJsonException another) {
      return null;
    }
  }

  /**
   * Returns whether a field of it has one of these values, or is not there: with another one it is
   * of another type.
   */
  protected final boolean says(String field, String... values) {
    JsonElement said = json.isJsonObject() ? json.getAsJsonObject().get(field) : null;
    return said == null
        || said.isJsonNull()
        || (said.isJsonPrimitive() && List.of(values).contains(said.getAsString()));
  }

  /** Returns whether it is one of these texts. */
  protected final boolean is(String... values) {
    return TreeAdapter.isText(json) && List.of(values).contains(json.getAsString());
  }

  /** Returns a copy of the JSON, whatever it is. */
  public final JsonElement json() {
    return json.deepCopy();
  }

  /** Returns it as JSON, secrets included. */
  public final String toJson() {
    return Json.write(TreeAdapter.INSTANCE, json);
  }

  @Override
  public final boolean equals(@Nullable Object other) {
    return other instanceof UntaggedUnion that
        && getClass().isInstance(that)
        && that.json.equals(json);
  }

  @Override
  public final int hashCode() {
    return json.hashCode();
  }

  /**
   * Returns the type's name only: what is sensitive is known of its alternatives, not of the JSON.
   */
  @Override
  public final String toString() {
    return getClass().getSimpleName() + "{...}";
  }
}
