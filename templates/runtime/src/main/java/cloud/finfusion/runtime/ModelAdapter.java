// The table of a model's properties: how it is read, written, checked and shown.
package cloud.finfusion.runtime;

import com.google.gson.JsonElement;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes a model by the table of its properties. The table is complete when the model's
 * class is initialised, and does not change after.
 *
 * @param <M> the model
 * @param <B> its builder
 */
public final class ModelAdapter<M extends GeneratedModel<?>, B extends GeneratedModel.Builder<M, B>>
    extends ObjectAdapter<M> {
  private final String name;
  private final Function<B, M> model;
  private final Supplier<B> builder;

  @SuppressWarnings("unchecked") // empty
  private Property<M, ?>[] properties = (Property<M, ?>[]) new Property<?, ?>[0];

  private final Map<String, Property<M, ?>> byName = new HashMap<>();

  private ModelAdapter(Class<M> type, Function<B, M> model, Supplier<B> builder) {
    this.name = type.getName().replaceFirst(".*\\.", "").replace('$', '.');
    this.model = model;
    this.builder = builder;
  }

  /** A model without properties so far. */
  public static <M extends GeneratedModel<?>, B extends GeneratedModel.Builder<M, B>>
      ModelAdapter<M, B> of(Class<M> type, Function<B, M> model, Supplier<B> builder) {
    return ModelAdapterFactory.register(type, new ModelAdapter<>(type, model, builder));
  }

  /** With a property that must be there. */
  public <V> ModelAdapter<M, B> required(
      String name, TypeAdapter<V> type, Function<M, @Nullable V> get, Constraint... constraints) {
    return with(name, type, Property.Presence.REQUIRED, null, get, constraints);
  }

  /** With a property that must be there, if only as null. */
  public <V> ModelAdapter<M, B> requiredNullable(
      String name, TypeAdapter<V> type, Function<M, @Nullable V> get, Constraint... constraints) {
    return with(name, type, Property.Presence.REQUIRED_OR_NULL, null, get, constraints);
  }

  /** With a property that what is sent must have, and what is read need not. */
  public <V> ModelAdapter<M, B> requiredToWrite(
      String name, TypeAdapter<V> type, Function<M, @Nullable V> get, Constraint... constraints) {
    return with(name, type, Property.Presence.REQUIRED_TO_WRITE, null, get, constraints);
  }

  /** With a property that may be missing; null is read as missing. */
  public <V> ModelAdapter<M, B> optional(
      String name, TypeAdapter<V> type, Function<M, @Nullable V> get, Constraint... constraints) {
    return with(name, type, Property.Presence.OPTIONAL, null, get, constraints);
  }

  /** With a property that may be missing or null, which are two things. */
  public <V> ModelAdapter<M, B> nullable(
      String name, TypeAdapter<V> type, Function<M, @Nullable V> get, Constraint... constraints) {
    return with(name, type, Property.Presence.OPTIONAL_OR_NULL, null, get, constraints);
  }

  /** With a property whose value follows from the model; another value is refused. */
  public ModelAdapter<M, B> constant(String name, String value) {
    TypeAdapter<String> type = ScalarAdapter.constant(value);
    return with(name, type, Property.Presence.REQUIRED, value, of -> value);
  }

  private <V> ModelAdapter<M, B> with(
      String property,
      TypeAdapter<V> type,
      Property.Presence presence,
      @Nullable V constant,
      Function<M, @Nullable V> get,
      Constraint... constraints) {
    int index = properties.length;
    Property<M, V> row =
        new Property<>(index, name, property, type, presence, constant, get, List.of(constraints));
    byName.put(property, row);
    properties = Arrays.copyOf(properties, index + 1);
    properties[index] = row;
    return this;
  }

  Property<M, ?> property(int index) {
    return properties[index];
  }

  int size() {
    return properties.length;
  }

  /** A builder without values. */
  public B builder() {
    return builder.get().start(this);
  }

  B builderOf(M owner) {
    B values = builder();
    for (int i = 0; i < properties.length; i++) {
      values.values[i] = properties[i].kept(owner);
    }
    return values;
  }

  /** The names of the properties that are null. */
  Set<String> nulls(@Nullable Object[] values) {
    Set<String> nulls = Set.of();
    for (int i = 0; i < values.length; i++) {
      if (values[i] == Property.NULL) {
        nulls = nulls.isEmpty() ? new HashSet<>() : nulls; // few models have any
        nulls.add(properties[i].name());
      }
    }
    return nulls;
  }

  M build(B values, Set<String> unknownFields) {
    for (int i = 0; i < properties.length; i++) {
      properties[i].check(values.values[i]);
    }
    for (String unknown : unknownFields) {
      if (byName.containsKey(unknown)) {
        throw new InvalidArgumentException(
            name + "." + unknown, "a known field. Set it with its own method");
      }
    }
    return made(values);
  }

  private M made(B values) {
    M made = model.apply(values);
    made.initialized();
    return made;
  }

  @Override
  public M read(JsonReader in) throws IOException {
    ContainerAdapters.begin(in, JsonToken.BEGIN_OBJECT, "an object");
    return rest(in, builder());
  }

  @Override
  M read(JsonReader in, LeadingMembers leading) throws IOException {
    B values = builder();
    leading.forEach(in, (member, value) -> keep(member, value, values));
    return rest(in, values);
  }

  private void keep(String member, JsonElement value, B values) {
    Property<M, ?> property = byName.get(member);
    if (property == null) {
      values.keep(member, value);
    } else {
      values.values[property.index()] = property.read(value);
    }
  }

  /** Most documents have the order of the specification: the next one is tried first. */
  private @Nullable Property<M, ?> named(String member, int next) {
    return next < properties.length && properties[next].name().equals(member)
        ? properties[next]
        : byName.get(member);
  }

  private M rest(JsonReader in, B values) throws IOException {
    int next = 0;
    while (in.hasNext()) {
      String member = in.nextName();
      Property<M, ?> property = named(member, next);
      if (property == null ? values.hasUnknown(member) : values.values[property.index()] != null) {
        throw Json.twice(in);
      }
      if (property == null) {
        values.keep(member, TreeAdapter.INSTANCE.read(in));
      } else {
        values.values[property.index()] = property.read(in);
        next = property.index() + 1;
      }
    }
    in.endObject();
    for (int i = 0; i < properties.length; i++) {
      if (values.values[i] == null && properties[i].isRequiredToRead()) {
        throw new UnreadableJsonException(
            in.getPreviousPath() + "." + properties[i].name(), "expected a value, got none");
      }
    }
    return made(values);
  }

  @Override
  public void write(JsonWriter out, M value) throws IOException {
    value.write(out);
  }

  void write(JsonWriter out, M owner, Map<String, JsonElement> unknownFields) throws IOException {
    out.beginObject();
    for (int i = 0; i < properties.length; i++) {
      properties[i].write(out, owner);
    }
    for (Map.Entry<String, JsonElement> each : unknownFields.entrySet()) {
      TreeAdapter.INSTANCE.write(out.name(each.getKey()), each.getValue());
    }
    out.endObject();
  }

  boolean equal(M one, M other) {
    return Arrays.stream(properties).allMatch(each -> each.equal(one, other));
  }

  int hash(M owner) {
    int hash = 0;
    for (Property<M, ?> each : properties) {
      hash = 31 * hash + Objects.hashCode(each.of(owner));
    }
    return hash;
  }

  String describe(M owner, Set<String> unknownFields) {
    StringBuilder text = new StringBuilder(name).append('{');
    Arrays.stream(properties).forEach(each -> each.describe(owner, text));
    String unknown = SafeText.line(unknownFields.toString(), Integer.MAX_VALUE);
    return text.append(unknownFields.isEmpty() ? "}" : "} with unknown fields " + unknown)
        .toString();
  }
}
