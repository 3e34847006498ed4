// One row of a model's table.
package cloud.finfusion.runtime;

import com.google.gson.JsonElement;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A property of a model: its place in the table and in builders, its name, its type, its field, and
 * what the specification demands of it.
 *
 * @param model the name of the model
 * @param constant the value of a property that follows from the model; else null
 * @param get returns the value of a model's field
 */
record Property<M extends GeneratedModel<?>, V>(
    int index,
    String model,
    String name,
    TypeAdapter<V> type,
    Presence presence,
    @Nullable V constant,
    Function<M, @Nullable V> get,
    List<Constraint> constraints) {
  /** Stands in a builder for null where null and missing are two things. */
  static final Object NULL = new Object();

  /**
   * Stands in a builder for null that was read where it means missing; what was not read at all is
   * Java's null.
   */
  private static final Object ABSENT = new Object();

  /** What a missing value and null mean. */
  enum Presence {
    REQUIRED,
    REQUIRED_OR_NULL,
    REQUIRED_TO_WRITE,
    OPTIONAL,
    OPTIONAL_OR_NULL
  }

  boolean isRequiredToRead() {
    return presence == Presence.REQUIRED || presence == Presence.REQUIRED_OR_NULL;
  }

  private boolean isRequiredToWrite() {
    return isRequiredToRead() || presence == Presence.REQUIRED_TO_WRITE;
  }

  private boolean keepsNull() {
    return presence == Presence.REQUIRED_OR_NULL || presence == Presence.OPTIONAL_OR_NULL;
  }

  @Nullable V of(M owner) {
    return get.apply(owner);
  }

  /** What a builder keeps of a value that it is given. */
  @Nullable Object frozen(@Nullable Object value) {
    return value == null ? keepsNull() ? NULL : null : Json.freeze(model + "." + name, type, value);
  }

  /** What a builder keeps of a model's value. */
  @Nullable Object kept(M owner) {
    return owner.isNull(name) ? NULL : of(owner);
  }

  /** The model's value of what a builder keeps. */
  @SuppressWarnings("unchecked") // what reading and freezing give
  @Nullable V valueOf(@Nullable Object kept) {
    return kept == null ? constant : kept == NULL || kept == ABSENT ? null : (V) kept;
  }

  /** Checks what a builder keeps. */
  void check(@Nullable Object kept) {
    V value = valueOf(kept);
    if (value == null && isRequiredToWrite() && kept != NULL) {
      throw new InvalidArgumentException(
          model + "." + name, "required, but not set. Set it before build()");
    }
    if (value == null) {
      return;
    }
    for (Constraint constraint : constraints) {
      String problem = constraint.problem(value, !isSensitive());
      if (problem != null) {
        throw new InvalidArgumentException(
            model + "." + name, problem + ". Correct it before build()");
      }
    }
  }

  /** Returns what a builder keeps of what is read. */
  Object read(JsonReader in) throws IOException {
    if (in.peek() != JsonToken.NULL) {
      return type.read(in);
    }
    if (presence == Presence.REQUIRED) {
      throw Json.unexpected(in, "a value", JsonToken.NULL);
    }
    in.nextNull();
    return ofNull();
  }

  /**
   * Reads a value that was kept as a tree. A reader of trees costs 3 KB, so that texts, as an id
   * is, do without.
   */
  Object read(JsonElement tree) {
    if (type instanceof ScalarAdapter<V> scalar && scalar.isText() && TreeAdapter.isText(tree)) {
      return scalar.read(tree.getAsString());
    }
    if (tree.isJsonNull() && presence == Presence.REQUIRED) {
      throw new UnreadableJsonException("$", "expected a value, got null");
    }
    return tree.isJsonNull() ? ofNull() : type.fromJsonTree(tree);
  }

  private Object ofNull() {
    return keepsNull() ? NULL : ABSENT;
  }

  void write(JsonWriter out, M owner) throws IOException {
    V value = of(owner);
    if (value != null) {
      type.write(out.name(name), value);
    } else if (owner.isNull(name)) {
      writeNull(out.name(name));
    }
  }

  /** Writes null even where the user's Gson leaves nulls out: here it has a meaning. */
  static void writeNull(JsonWriter out) throws IOException {
    boolean before = out.getSerializeNulls();
    out.setSerializeNulls(true);
    out.nullValue();
    out.setSerializeNulls(before);
  }

  boolean equal(M one, M other) {
    return Objects.equals(of(one), of(other));
  }

  void describe(M owner, StringBuilder text) {
    V value = of(owner);
    if (value != null || owner.isNull(name)) {
      String shown = SafeText.line(String.valueOf(value), Integer.MAX_VALUE);
      text.append(text.charAt(text.length() - 1) == '{' ? "" : ", ").append(name).append('=');
      text.append(isSensitive() ? SafeText.HIDDEN : shown);
    }
  }

  private boolean isSensitive() {
    return constraints.contains(Constraint.SENSITIVE);
  }
}
