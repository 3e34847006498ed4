// Writes what is generated with Jackson 3.
package cloud.finfusion.runtime;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.type.WritableTypeId;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.jsontype.TypeSerializer;

/** Writes with Jackson 3 what {@code toJson()} writes. Jackson finds it on generated types. */
final class Jackson3Serializer extends ValueSerializer<Object> {
  private static final JsonFactory JSON = new JsonFactory();

  @Override
  public void serialize(Object value, JsonGenerator out, SerializationContext context) {
    try (JsonParser in = parser(value)) {
      in.nextToken();
      out.copyCurrentStructureExact(in);
    }
  }

  /** The type's id comes before an enum's text, or into an object as its first field. */
  @Override
  public void serializeWithType(
      Object value, JsonGenerator out, SerializationContext context, TypeSerializer types) {
    try (JsonParser in = parser(value)) {
      JsonToken start = in.nextToken();
      WritableTypeId type = types.writeTypePrefix(out, context, types.typeId(value, start));
      while (start.isStructStart() && !in.nextToken().isStructEnd()) {
        out.copyCurrentStructureExact(in);
      }
      if (start.isScalarValue()) {
        out.copyCurrentEventExact(in);
      }
      types.writeTypeSuffix(out, context, type);
    }
  }

  private static JsonParser parser(Object value) {
    return JSON.createParser(ObjectReadContext.empty(), ModelAdapterFactory.toJson(value));
  }
}
