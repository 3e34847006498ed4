// Writes what is generated with Jackson 2.
package cloud.finfusion.runtime;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.type.WritableTypeId;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import java.io.IOException;

/** Writes with Jackson 2 what {@code toJson()} writes. Jackson finds it on generated types. */
final class Jackson2Serializer extends JsonSerializer<Object> {
  static final JsonFactory JSON = new JsonFactory();

  @Override
  public void serialize(Object value, JsonGenerator out, SerializerProvider provider)
      throws IOException {
    try (JsonParser in = JSON.createParser(ModelAdapterFactory.toJson(value))) {
      in.nextToken();
      copy(in, out);
    }
  }

  /** The type's id comes before an enum's text, or into an object as its first field. */
  @Override
  public void serializeWithType(
      Object value, JsonGenerator out, SerializerProvider provider, TypeSerializer types)
      throws IOException {
    try (JsonParser in = JSON.createParser(ModelAdapterFactory.toJson(value))) {
      JsonToken start = in.nextToken();
      WritableTypeId type = types.writeTypePrefix(out, types.typeId(value, start));
      while (start.isStructStart() && !in.nextToken().isStructEnd()) {
        copy(in, out);
      }
      if (start.isScalarValue()) {
        copy(in, out);
      }
      types.writeTypeSuffix(out, type);
    }
  }

  /**
   * Copies the value, or the name of a field, that starts here. Jackson's own copy takes numbers
   * through double, or asks for Jackson 2.15.
   */
  static void copy(JsonParser in, JsonGenerator out) throws IOException {
    int depth = 0;
    do {
      JsonToken token = depth == 0 ? in.currentToken() : in.nextToken();
      depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      if (token == JsonToken.VALUE_NUMBER_FLOAT && !in.isNaN()) {
        out.writeNumber(in.getDecimalValue());
      } else {
        out.copyCurrentEvent(in);
      }
    } while (depth > 0);
  }
}
