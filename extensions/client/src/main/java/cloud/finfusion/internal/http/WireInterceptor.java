package cloud.finfusion.internal.http;

import cloud.finfusion.internal.call.Attempt;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.WeakHashMap;
import okhttp3.Connection;
import okhttp3.Interceptor;
import okhttp3.Protocol;
import okhttp3.Response;

/**
 * The innermost network interceptor: there is a connection, and the request leaves now. What fails
 * before it was not sent. It also refuses responses that are another request's, or whose end cannot
 * be known, before anybody touches their body: OkHttp then gives the connection up.
 */
final class WireInterceptor implements Interceptor {
  /** What fits in a long, whatever the digits. */
  private static final int MOST_DIGITS = 18;

  /** Connections that carried a request; by identity, as they have no other. */
  private final Set<Connection> used =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  @Override
  public Response intercept(Chain chain) throws IOException {
    Attempt attempt = Attempt.of(chain.request());
    Connection connection = Objects.requireNonNull(chain.connection());
    TrackedSocket socket = TrackedSockets.of(connection);
    boolean inTurn = connection.protocol() == Protocol.HTTP_1_1;
    if (socket != null && inTurn) {
      socket.startExchange(connection.handshake() == null);
    }
    attempt.sends(!used.add(connection), socket == null ? () -> {} : socket::giveUp);
    Response response = chain.proceed(chain.request());
    if (socket != null && inTurn) {
      socket.checkResponse();
    }
    attempt.responds();
    checkLength(response.headers("Content-Length"));
    return response;
  }

  private static void checkLength(List<String> lengths) throws IOException {
    for (String each : lengths) {
      if (!isLength(each) || !each.equals(lengths.get(0))) {
        throw new IOException("a response whose Content-Length cannot be meant");
      }
    }
  }

  /** OkHttp takes whatever else stands there for "until the connection is closed". */
  private static boolean isLength(String text) {
    boolean digits = !text.isEmpty() && text.length() <= MOST_DIGITS;
    for (int i = 0; i < text.length(); i++) {
      digits &= text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
    return digits;
  }
}
