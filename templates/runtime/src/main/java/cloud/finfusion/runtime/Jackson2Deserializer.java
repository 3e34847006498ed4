// Reads what is generated with Jackson 2.
package cloud.finfusion.runtime;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.io.IOException;
import java.io.StringWriter;

/** Reads with Jackson 2 what {@code fromJson} reads. Jackson finds it on generated types. */
final class Jackson2Deserializer extends JsonDeserializer<Object>
    implements ContextualDeserializer {
  private final Class<?> type;

  /** Used by Jackson, which asks for the one of a type next. */
  Jackson2Deserializer() {
    this(Object.class);
  }

  private Jackson2Deserializer(Class<?> type) {
    this.type = type;
  }

  @Override
  public JsonDeserializer<?> createContextual(
      DeserializationContext context, BeanProperty property) {
    return new Jackson2Deserializer(context.getContextualType().getRawClass());
  }

  @Override
  public Object deserialize(JsonParser in, DeserializationContext context) throws IOException {
    String json = text(in);
    try {
      return Json.read(ModelAdapterFactory.adapterOf(type), json);
    } catch (UnreadableJsonException unreadable) {
      String problem = type.getSimpleName() + ": " + unreadable.getMessage();
      throw (MismatchedInputException)
          MismatchedInputException.from(in, type, problem).initCause(unreadable);
    }
  }

  /** The value that starts here, its numbers exact. */
  private static String text(JsonParser in) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = Jackson2Serializer.JSON.createGenerator(text)) {
      Jackson2Serializer.copy(in, out);
    }
    return text.toString();
  }
}
