// Reads what is generated with Jackson 3.
package cloud.finfusion.runtime;

import java.io.StringWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.exc.MismatchedInputException;

/** Reads with Jackson 3 what {@code fromJson} reads. Jackson finds it on generated types. */
final class Jackson3Deserializer extends ValueDeserializer<Object> {
  private static final JsonFactory JSON = new JsonFactory();

  private final Class<?> type;

  /** Used by Jackson, which asks for the one of a type next. */
  Jackson3Deserializer() {
    this(Object.class);
  }

  private Jackson3Deserializer(Class<?> type) {
    this.type = type;
  }

  @Override
  public ValueDeserializer<?> createContextual(
      DeserializationContext context, BeanProperty property) {
    return new Jackson3Deserializer(context.getContextualType().getRawClass());
  }

  @Override
  public Object deserialize(JsonParser in, DeserializationContext context) {
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
  private static String text(JsonParser in) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      out.copyCurrentStructureExact(in);
    }
    return text.toString();
  }
}
