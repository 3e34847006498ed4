package cloud.finfusion.internal.access;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Reads from an exported class what it does not show to users. The class registers how, in its
 * static initialiser; the SDK asks here. Java has no visibility between "package" and "everybody".
 */
public final class Access {
  private static final Map<Class<?>, Function<?, ?>> VIEWS = new ConcurrentHashMap<>();

  private Access() {}

  /** Registers what an exported class shows to the SDK. Called by that class. */
  public static <T> void register(Class<T> type, Function<? super T, ?> view) {
    VIEWS.put(type, view);
  }

  /**
   * Returns what an object shows to the SDK.
   *
   * @param <V> the type that the class registered; the caller has to know it, as this package knows
   *     no exported class
   */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  public static <T, V> V of(Class<T> type, T object) {
    Function<T, V> view = (Function<T, V>) VIEWS.get(type);
    if (view == null) {
      throw new IllegalStateException(type.getName() + " shows nothing to the SDK");
    }
    return view.apply(object);
  }
}
