package cloud.finfusion.generated;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;

/** Random documents that the specification allows; open ones hold what it does not know as well. */
final class RandomJson {
  private static final ModelSpec SPEC = ModelSpec.BUNDLED;

  private final RandomScalars scalars;
  private final boolean open;

  RandomJson(long seed, boolean open) {
    this.scalars = new RandomScalars(new SplittableRandom(seed));
    this.open = open;
  }

  JsonElement of(Model model) {
    return of(model.name(), model.schema());
  }

  private JsonElement of(String name, Schema<?> schema) {
    if (schema.getEnum() != null) {
      return new JsonPrimitive(
          open && scalars.sometimes() ? "of_" + name : scalars.one(schema.getEnum()).toString());
    }
    return schema.getOneOf() == null ? object(name) : union(name, schema);
  }

  private JsonObject object(String name) {
    JsonObject object = new JsonObject();
    for (ModelSpec.Field field : SPEC.fields(name)) {
      if (field.constant() != null) {
        object.addProperty(field.name(), field.constant());
      } else if (field.required() || scalars.often()) {
        boolean isNull = field.nullable() && scalars.sometimes();
        object.add(field.name(), isNull ? JsonNull.INSTANCE : value(field.schema()));
      }
    }
    addUnknown(object);
    return object;
  }

  private void addUnknown(JsonObject object) {
    if (open) {
      object.add("unknown_field", scalars.anything(3));
    }
  }

  private JsonElement union(String name, Schema<?> schema) {
    Map<String, String> kinds = schema.getDiscriminator().getMapping();
    String value = scalars.one(List.copyOf(kinds.keySet()));
    JsonObject object = object(ModelSpec.nameOf(Objects.requireNonNull(kinds.get(value))));
    if (open && scalars.sometimes()) {
      object.addProperty(schema.getDiscriminator().getPropertyName(), "of_" + name);
    }
    return object;
  }

  /** A value of a schema, which may be a reference. */
  private JsonElement value(Schema<?> written) {
    Schema<?> schema = SPEC.resolve(written);
    String name = ModelSpec.reference(written);
    if (name != null && isModel(schema)) {
      return of(name, schema);
    }
    return switch (schema.getType()) {
      case "array" -> array(schema);
      case "object" -> scalars.freeForm();
      case "integer" -> integer(schema);
      case "number" -> new JsonPrimitive(scalars.decimal());
      case "boolean" -> new JsonPrimitive(scalars.often());
      default -> new JsonPrimitive(scalars.text(schema));
    };
  }

  private static boolean isModel(Schema<?> schema) {
    return schema.getEnum() != null
        || schema.getOneOf() != null
        || schema.getAllOf() != null
        || schema.getProperties() != null;
  }

  private JsonArray array(Schema<?> schema) {
    JsonArray array = new JsonArray();
    int least = schema.getMinItems() == null ? 0 : schema.getMinItems();
    int size = least + scalars.below(3);
    for (int i = 0; i < size; i++) {
      array.add(value(schema.getItems()));
    }
    return array;
  }

  private JsonElement integer(Schema<?> schema) {
    boolean small = "int32".equals(schema.getFormat());
    BigDecimal low = BigDecimal.valueOf(small ? Integer.MIN_VALUE : Long.MIN_VALUE);
    BigDecimal high = BigDecimal.valueOf(small ? Integer.MAX_VALUE : Long.MAX_VALUE);
    return new JsonPrimitive(
        scalars.whole(
            Objects.requireNonNullElse(schema.getMinimum(), low).longValueExact(),
            Objects.requireNonNullElse(schema.getMaximum(), high).longValueExact()));
  }
}
