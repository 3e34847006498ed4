package cloud.finfusion.verification.generators;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/** Reads a document as a model and writes the model, with the generated code's own means. */
interface RoundTrip {

  /**
   * Returns the document as it comes back.
   *
   * @throws InvocationTargetException with what the generated code threw
   */
  String apply(String model, String document) throws ReflectiveOperationException;

  /** Through the Gson that stock's client is set up with. */
  static RoundTrip stock(ClassLoader classes) throws ReflectiveOperationException {
    Class<?> json = classes.loadClass("org.openapitools.client.JSON");
    Object gson = json.getMethod("getGson").invoke(json.getConstructor().newInstance());
    Method read = gson.getClass().getMethod("fromJson", String.class, Class.class);
    Method write = gson.getClass().getMethod("toJson", Object.class);
    return (model, document) -> {
      Class<?> type = classes.loadClass("org.openapitools.client.model." + model);
      return (String) write.invoke(gson, read.invoke(gson, document, type));
    };
  }

  /** Through the models' own methods. */
  static RoundTrip ours(ClassLoader classes) {
    return (model, document) -> {
      Class<?> type = classes.loadClass("cloud.finfusion.model." + model);
      Object value = type.getMethod("fromJson", String.class).invoke(null, document);
      return (String) type.getMethod("toJson").invoke(value);
    };
  }
}
