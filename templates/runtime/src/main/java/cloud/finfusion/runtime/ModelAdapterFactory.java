// Finds the adapter of a generated type, for any Gson.
package cloud.finfusion.runtime;

import com.google.gson.Gson;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Lets any Gson read and write a generated type. A generated class registers its adapter when it is
 * initialised.
 */
public final class ModelAdapterFactory implements TypeAdapterFactory {
  /** Kept by the classes themselves: a class that is unloaded takes its adapter with it. */
  private static final ClassValue<AtomicReference<@Nullable TypeAdapter<?>>> REGISTERED =
      new ClassValue<>() {
        @Override
        protected AtomicReference<@Nullable TypeAdapter<?>> computeValue(Class<?> type) {
          return new AtomicReference<>();
        }
      };

  /** An adapter is registered before it is complete, so the end of the initialiser is awaited. */
  private static final ClassValue<TypeAdapter<?>> COMPLETE =
      new ClassValue<>() {
        @Override
        protected TypeAdapter<?> computeValue(Class<?> type) {
          initialize(type);
          TypeAdapter<?> adapter = REGISTERED.get(type).get();
          if (adapter == null) {
            throw new IllegalArgumentException(type.getName() + ": expected a generated model");
          }
          return adapter;
        }
      };

  /** Used by Gson. */
  public ModelAdapterFactory() {}

  /** Makes the adapter of a type known; called by the type's own initialiser. */
  public static <T, A extends TypeAdapter<T>> A register(Class<T> type, A adapter) {
    REGISTERED.get(type).set(adapter);
    return adapter;
  }

  @Override
  public <T> TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
    @SuppressWarnings("unchecked") // the raw type of T
    Class<T> raw = (Class<T>) type.getRawType();
    return adapterOf(raw).nullSafe();
  }

  /**
   * Returns the adapter of a generated type.
   *
   * @throws IllegalArgumentException if the type is not a generated one
   */
  @SuppressWarnings("unchecked") // registered by the type itself
  public static <T> TypeAdapter<T> adapterOf(Class<T> type) {
    return (TypeAdapter<T>) COMPLETE.get(type);
  }

  /** Returns a generated value as JSON, secrets included. */
  @SuppressWarnings("unchecked") // the adapter of its own class
  static String toJson(Object value) {
    return Json.write((TypeAdapter<Object>) adapterOf(value.getClass()), value);
  }

  private static void initialize(Class<?> type) {
    try {
      Class.forName(type.getName(), true, type.getClassLoader());
    } catch (ClassNotFoundException impossible) {
      throw new IllegalStateException(
          type.getName() + ": expected in its own class loader", impossible);
    }
  }
}
