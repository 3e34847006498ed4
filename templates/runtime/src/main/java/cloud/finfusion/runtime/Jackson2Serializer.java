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
  private static final JsonFactory JSON = new JsonFactory();

  @Override
  public void serialize(Object value, JsonGenerator out, SerializerProvider provider)
      throws IOException {
    try (JsonParser in = JSON.createParser(ModelAdapterFactory.toJson(value))) {
      for (JsonToken token = in.nextToken(); token != null; token = in.nextToken()) {
        copy(token, in, out);
      }
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
      if (start.isStructStart()) {
        for (JsonToken token = in.nextToken();
            !in.getParsingContext().inRoot();
            token = in.nextToken()) {
          copy(token, in, out);
        }
      } else {
        copy(start, in, out);
      }
      types.writeTypeSuffix(out, type);
    }
  }

  /** Jackson's own copy goes through double. */
  private static void copy(JsonToken token, JsonParser in, JsonGenerator out) throws IOException {
    if (token == JsonToken.VALUE_NUMBER_FLOAT) {
      out.writeNumber(in.getDecimalValue());
    } else {
      out.copyCurrentEvent(in);
    }
  }
}
