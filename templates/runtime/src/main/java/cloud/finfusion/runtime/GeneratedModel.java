// What all models do, once: stock writes it again into every model.
package cloud.finfusion.runtime;

import com.google.gson.JsonElement;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A value of the API: immutable, equal by content, and complete: what it does not know it keeps.
 * Its class has a field for each property; {@link ModelAdapter} holds the table of them.
 *
 * @param <B> its builder
 */
@JacksonSupport
public abstract class GeneratedModel<B> {
  private final ModelAdapter<?, ?> adapter;
  private final Map<String, JsonElement> unknownFields;

  /** The properties that are null, where that is another thing than absent. */
  private final Set<String> nulls;

  /** Has the values that the fields are initialised with; null when they are. */
  private @Nullable Builder<?, ?> builder;

  /** Takes what the model has no field for; the fields take theirs by {@link #value(int)}. */
  protected GeneratedModel(Builder<?, ?> builder) {
    this.builder = builder;
    adapter = builder.adapter;
    unknownFields =
        builder.unknownFields.isEmpty()
            ? Map.of()
            : Collections.unmodifiableMap(new LinkedHashMap<>(builder.unknownFields));
    nulls = builder.adapter.nulls(builder.values);
  }

  @SuppressWarnings("unchecked") // the adapter of a model is for that model
  private ModelAdapter<GeneratedModel<?>, ?> adapter() {
    return (ModelAdapter<GeneratedModel<?>, ?>) (ModelAdapter<?, ?>) adapter;
  }

  /** Returns the value to initialise a property's field with; null if it is absent or null. */
  // generated code asks for the type that the table holds at this index
  @SuppressWarnings({"unchecked", "NullAway", "TypeParameterUnusedInFormals"})
  protected final <V> V value(int index) {
    return (V) adapter.property(index).valueOf(builder.values[index]);
  }

  /** Lets go of the builder: all fields have their values. */
  final void initialized() {
    builder = null;
  }

  /** Returns whether a property is present, if only as null. */
  protected final boolean has(String property, @Nullable Object value) {
    return value != null || isNull(property);
  }

  final boolean isNull(String property) {
    return nulls.contains(property);
  }

  /**
   * Returns copies of the fields that this version does not know, by name; they are written back as
   * they came.
   */
  public final Map<String, JsonElement> unknownFields() {
    return Json.copy(unknownFields);
  }

  /** Returns a builder with the values of this one. */
  @SuppressWarnings("unchecked") // the adapter of a model makes builders of that model
  public B toBuilder() {
    Builder<?, ?> builder = adapter().builderOf(this);
    unknownFields.forEach(builder::keep);
    return (B) builder;
  }

  /** Returns it as JSON, secrets included. */
  public final String toJson() {
    return Json.write(adapter(), this);
  }

  final void write(JsonWriter out) throws IOException {
    adapter().write(out, this, unknownFields);
  }

  @Override
  public final boolean equals(@Nullable Object other) {
    return other instanceof GeneratedModel<?> that
        && getClass().isInstance(that)
        && adapter().equal(this, that)
        && nulls.equals(that.nulls)
        && unknownFields.equals(that.unknownFields);
  }

  @Override
  public final int hashCode() {
    return 31 * adapter().hash(this) + unknownFields.hashCode();
  }

  /**
   * Returns the values for people: those that the specification marks sensitive are hidden, of
   * unknown fields only the names.
   */
  @Override
  public final String toString() {
    return adapter().describe(this, unknownFields.keySet());
  }

  /**
   * Collects the values of a model; {@link #build()} checks them. Not thread-safe.
   *
   * @param <M> the model
   * @param <B> this builder
   */
  public abstract static class Builder<M extends GeneratedModel<?>, B extends Builder<M, B>> {
    private ModelAdapter<M, B> adapter;
    private Map<String, JsonElement> unknownFields = Map.of();
    @Nullable Object[] values;

    /** Is of use when the model's adapter has started it, which alone makes builders. */
    @SuppressWarnings("NullAway.Init")
    protected Builder() {}

    final B start(ModelAdapter<M, B> adapter) {
      this.adapter = adapter;
      this.values = new Object[adapter.size()];
      return self();
    }

    /** Sets a property; lists and maps are copied. */
    protected final B set(int index, @Nullable Object value) {
      values[index] = adapter.property(index).frozen(value);
      return self();
    }

    /** Sets a field that this version does not know; it is sent as it is. */
    public final B unknownField(String name, JsonElement value) {
      keep(name, value.deepCopy());
      return self();
    }

    final boolean hasUnknown(String name) {
      return unknownFields.containsKey(name);
    }

    final void keep(String name, JsonElement value) {
      if (unknownFields.isEmpty()) {
        unknownFields = new LinkedHashMap<>(); // few models have any
      }
      unknownFields.put(name, value);
    }

    /**
     * Returns the model.
     *
     * @throws InvalidArgumentException naming the field, if a value is missing or out of bounds
     */
    public final M build() {
      return adapter.build(self(), unknownFields.keySet());
    }

    @SuppressWarnings("unchecked") // B is the class that extends this one
    final B self() {
      return (B) this;
    }
  }
}
