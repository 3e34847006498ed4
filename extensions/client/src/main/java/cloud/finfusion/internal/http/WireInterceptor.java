package cloud.finfusion.internal.http;

import cloud.finfusion.internal.call.Attempt;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import okhttp3.Connection;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * The innermost network interceptor: there is a connection, and the request leaves now. What fails
 * before it was not sent. It also refuses responses whose end cannot be known, before anybody
 * touches their body: OkHttp then gives the connection up.
 */
final class WireInterceptor implements Interceptor {
  /** Connections that carried a request; by identity, as they have no other. */
  private final Set<Connection> used =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  @Override
  public Response intercept(Chain chain) throws IOException {
    Attempt attempt = Attempt.of(chain.request());
    attempt.sends(wasUsed(chain.connection()));
    Response response = chain.proceed(chain.request());
    attempt.responds();
    checkLength(response.headers("Content-Length"));
    return response;
  }

  private boolean wasUsed(@Nullable Connection connection) {
    return connection != null && !used.add(connection);
  }

  private static void checkLength(List<String> lengths) throws IOException {
    for (String each : lengths) {
      if (each.startsWith("-") || !each.equals(lengths.get(0))) {
        throw new IOException("a response whose Content-Length cannot be meant");
      }
    }
  }
}
