package cloud.finfusion.generated;

import cloud.finfusion.runtime.Json;
import cloud.finfusion.runtime.ModelAdapterFactory;
import com.google.gson.JsonElement;
import com.google.gson.TypeAdapter;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A generated model, worked by its names: what all of them can do, without naming one. */
record Model(Class<?> type) {
  String name() {
    return type.getSimpleName();
  }

  Schema<?> schema() {
    return ModelSpec.BUNDLED.schema(name());
  }

  List<ModelSpec.Field> fields() {
    return ModelSpec.BUNDLED.fields(name());
  }

  boolean isEnum() {
    return schema().getEnum() != null;
  }

  boolean isUnion() {
    return schema().getOneOf() != null;
  }

  boolean isObject() {
    return !isEnum() && !isUnion();
  }

  @SuppressWarnings("unchecked") // the adapter of a model reads and writes that model
  TypeAdapter<Object> adapter() {
    return (TypeAdapter<Object>) ModelAdapterFactory.adapterOf(type);
  }

  Object read(JsonElement document) {
    return read(document.toString());
  }

  Object read(String document) {
    return Json.read(adapter(), document);
  }

  String write(Object model) {
    return Json.write(adapter(), model);
  }

  /** A builder with the values of a document. */
  Object builder(JsonElement document) {
    return call(read(document), "toBuilder");
  }

  static Object build(Object builder) {
    return call(builder, "build");
  }

  /** Calls the builder's method of a field. */
  static void set(Object builder, String field, @Nullable Object value) {
    Method setter =
        Arrays.stream(builder.getClass().getMethods())
            .filter(each -> each.getName().equals(camel(field)) && each.getParameterCount() == 1)
            .findFirst()
            .orElseThrow(() -> new AssertionError("no method for " + field));
    invoke(setter, builder, value);
  }

  static @Nullable Object get(Object model, String field) {
    return call(model, camel(field));
  }

  static Object call(Object target, String method) {
    try {
      return invoke(target.getClass().getMethod(method), target);
    } catch (NoSuchMethodException missing) {
      throw new AssertionError(missing);
    }
  }

  private static Object invoke(Method method, Object target, @Nullable Object... arguments) {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException thrown) {
      if (thrown.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new AssertionError(thrown);
    } catch (IllegalAccessException hidden) {
      throw new AssertionError(hidden);
    }
  }

  /** {@code expMonth} for {@code exp_month}. */
  static String camel(String field) {
    StringBuilder name = new StringBuilder();
    for (String part : field.split("_", -1)) {
      name.append(
          name.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
    }
    return name.toString();
  }

  @Override
  public String toString() {
    return name();
  }
}
