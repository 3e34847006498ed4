package cloud.finfusion.benchmarks.peers;

import cloud.finfusion.FinFusion;
import java.lang.reflect.Field;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;

/**
 * Adds an interceptor below all of the SDK's that are not on the network. No option can: a user's
 * interceptors stand above them. By reflection, on the class path.
 */
public final class Innermost {
  private Innermost() {}

  /** Adds the interceptor to the client. */
  public static void add(FinFusion client, Interceptor interceptor) {
    try {
      OkHttpClient okHttp = okHttpOf(client);
      Field interceptors = OkHttpClient.class.getDeclaredField("interceptors");
      interceptors.setAccessible(true);
      List<Interceptor> longer = new ArrayList<>(okHttp.interceptors());
      longer.add(interceptor);
      interceptors.set(okHttp, List.copyOf(longer));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("OkHttp keeps its interceptors elsewhere", e);
    }
  }

  /** The nearest OkHttpClient that the client's fields lead to. */
  private static OkHttpClient okHttpOf(Object client) throws IllegalAccessException {
    Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Object> next = new ArrayDeque<>(List.of(client));
    while (!next.isEmpty()) {
      Object each = next.remove();
      if (each instanceof OkHttpClient found) {
        return found;
      }
      if (isWalked(each.getClass()) && seen.add(each)) {
        for (Field field : each.getClass().getDeclaredFields()) {
          field.setAccessible(true);
          Object value = field.get(each);
          if (value != null) {
            next.add(value);
          }
        }
      }
    }
    throw new IllegalStateException("the client has no OkHttpClient");
  }

  private static boolean isWalked(Class<?> type) {
    return type.getName().startsWith("cloud.finfusion.") || type.getName().startsWith("retrofit2.");
  }
}
