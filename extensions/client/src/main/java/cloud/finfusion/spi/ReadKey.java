package cloud.finfusion.spi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The key of a read that may be cached: the operation and the arguments of its Retrofit method,
 * which are known before there is a request. Immutable.
 */
public final class ReadKey {
  private final String operation;
  private final Class<?> api;
  private final @Nullable Object[] arguments;

  private ReadKey(String operation, Class<?> api, @Nullable Object[] arguments) {
    this.operation = operation;
    this.api = api;
    this.arguments = arguments;
  }

  /**
   * Returns the key of a read.
   *
   * @param operation the operation's name, as {@code customers.retrieve}
   * @param api the Retrofit interface whose method reads it
   * @param arguments the arguments of that method, in order
   */
  public static ReadKey of(String operation, Class<?> api, @Nullable Object... arguments) {
    return new ReadKey(operation, api, copied(arguments));
  }

  /** The caller may change a collection later. */
  private static @Nullable Object[] copied(@Nullable Object[] arguments) {
    @Nullable Object[] copies = arguments.clone();
    for (int i = 0; i < copies.length; i++) {
      if (copies[i] instanceof Map<?, ?> map) {
        copies[i] = new HashMap<>(map);
      } else if (copies[i] instanceof Collection<?> values) {
        copies[i] = new ArrayList<>(values);
      }
    }
    return copies;
  }

  /** Returns the operation's name, as {@code customers.retrieve}. */
  public String operation() {
    return operation;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ReadKey key
        && operation.equals(key.operation)
        && api == key.api
        && Arrays.equals(arguments, key.arguments);
  }

  @Override
  public int hashCode() {
    return 31 * operation.hashCode() + Arrays.hashCode(arguments);
  }

  /** Shows no argument, which may be personal data. */
  @Override
  public String toString() {
    return operation;
  }
}
