package cloud.finfusion.verification.generators;

import java.lang.reflect.Method;
import java.util.Map;

/** The models in a class loader: documents go through their own methods. */
final class GeneratedModels {
  private final ClassLoader classes;
  private final Class<?> json;
  private final Class<?> adapters;
  private final Class<?> typeAdapter;

  GeneratedModels(ClassLoader classes) throws ReflectiveOperationException {
    this.classes = classes;
    json = classes.loadClass("cloud.finfusion.runtime.Json");
    adapters = classes.loadClass("cloud.finfusion.runtime.ModelAdapterFactory");
    typeAdapter = classes.loadClass("com.google.gson.TypeAdapter");
  }

  /**
   * Reads, writes, and reads again.
   *
   * @throws IllegalStateException if the second value is another, or a declared field was unknown
   */
  String roundTrip(String model, String document) throws ReflectiveOperationException {
    Class<?> type = classes.loadClass("cloud.finfusion.model." + model);
    Object first = read(type, document);
    String back = write(type, first);
    if (!read(type, back).equals(first)) {
      throw new IllegalStateException("read again, it is another value: " + document);
    }
    requireKnown(first);
    return back;
  }

  /** Reads and writes, whatever it has. */
  String readAndWrite(String model, String document) throws ReflectiveOperationException {
    Class<?> type = classes.loadClass("cloud.finfusion.model." + model);
    return write(type, read(type, document));
  }

  private Object read(Class<?> type, String document) throws ReflectiveOperationException {
    for (Method each : type.getMethods()) {
      if (each.getName().equals("fromJson")) {
        return each.invoke(null, document);
      }
    }
    return json.getMethod("read", typeAdapter, String.class)
        .invoke(null, adapter(type), document); // an enum
  }

  private String write(Class<?> type, Object value) throws ReflectiveOperationException {
    Method write = json.getMethod("write", typeAdapter, Object.class);
    return (String) write.invoke(null, adapter(type), value);
  }

  private Object adapter(Class<?> type) throws ReflectiveOperationException {
    return adapters.getMethod("adapterOf", Class.class).invoke(null, type);
  }

  private static void requireKnown(Object value) throws ReflectiveOperationException {
    for (Method each : value.getClass().getMethods()) {
      boolean unknown =
          each.getName().equals("unknownFields") && !((Map<?, ?>) each.invoke(value)).isEmpty();
      if (unknown) {
        throw new IllegalStateException("declared, but no field of it: " + each.invoke(value));
      }
    }
  }
}
