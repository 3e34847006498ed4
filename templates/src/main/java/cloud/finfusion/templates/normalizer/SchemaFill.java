package cloud.finfusion.templates.normalizer;

import io.swagger.v3.oas.models.media.Schema;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Says of one schema what another says, where the one says nothing itself. */
@SuppressWarnings({"rawtypes", "unchecked"}) // as the OpenAPI model has them
public final class SchemaFill {
  private final Schema into;
  private final Schema from;

  private SchemaFill(Schema<?> into, Schema<?> from) {
    this.into = into;
    this.from = from;
  }

  /** Its type and members too. */
  public static void all(Schema<?> into, Schema<?> from) {
    limits(into, from);
    SchemaFill fill = new SchemaFill(into, from);
    fill.one(Schema::getType, Schema::setType);
    fill.one(Schema::getTypes, Schema::setTypes);
    fill.one(Schema::getProperties, Schema::setProperties);
    fill.one(Schema::getPatternProperties, Schema::setPatternProperties);
    fill.one(Schema::getAdditionalProperties, Schema::setAdditionalProperties);
    fill.one(Schema::getRequired, Schema::setRequired);
    fill.one(Schema::getItems, Schema::setItems);
    fill.one(Schema::getPrefixItems, Schema::setPrefixItems);
    fill.one(Schema::getAllOf, Schema::setAllOf);
    fill.one(Schema::getAnyOf, Schema::setAnyOf);
    fill.one(Schema::getOneOf, Schema::setOneOf);
    fill.one(Schema::getDiscriminator, Schema::setDiscriminator);
  }

  /** What is said of its values, whatever their type. */
  static void limits(Schema<?> into, Schema<?> from) {
    SchemaFill fill = new SchemaFill(into, from);
    fill.one(Schema::getTitle, Schema::setTitle);
    fill.one(Schema::getDescription, Schema::setDescription);
    fill.one(Schema::getNullable, Schema::setNullable);
    fill.one(Schema::getReadOnly, Schema::setReadOnly);
    fill.one(Schema::getWriteOnly, Schema::setWriteOnly);
    fill.one(Schema::getDeprecated, Schema::setDeprecated);
    fill.one(Schema::getExample, Schema::setExample);
    fill.one(Schema::getExtensions, Schema::setExtensions);
    fill.one(Schema::getFormat, Schema::setFormat);
    fill.one(Schema::getEnum, Schema::setEnum);
    fill.one(Schema::getPattern, Schema::setPattern);
    fill.one(Schema::getMinLength, Schema::setMinLength);
    fill.one(Schema::getMaxLength, Schema::setMaxLength);
    fill.one(Schema::getMinimum, Schema::setMinimum);
    fill.one(Schema::getMaximum, Schema::setMaximum);
    fill.one(Schema::getExclusiveMinimum, Schema::setExclusiveMinimum);
    fill.one(Schema::getExclusiveMaximum, Schema::setExclusiveMaximum);
    fill.one(Schema::getExclusiveMinimumValue, Schema::setExclusiveMinimumValue);
    fill.one(Schema::getExclusiveMaximumValue, Schema::setExclusiveMaximumValue);
    fill.one(Schema::getMinItems, Schema::setMinItems);
    fill.one(Schema::getMaxItems, Schema::setMaxItems);
  }

  private <V> void one(Function<Schema, V> get, BiConsumer<Schema, V> set) {
    if (get.apply(into) == null) {
      set.accept(into, get.apply(from));
    }
  }
}
