package cloud.finfusion.internal.http;

import cloud.finfusion.internal.call.Attempt;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;
import okhttp3.Connection;
import okhttp3.Interceptor;
import okhttp3.Protocol;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * The innermost network interceptor: there is a connection, and the request leaves now. A request
 * that failed before was not sent. The interceptor also refuses requests that a caller's network
 * interceptor made another operation, and responses that belong to another request, or whose end
 * cannot be known, before their body is read; OkHttp then closes the connection.
 */
final class WireInterceptor implements Interceptor {
  /** Any number of this many digits fits in a long. */
  private static final int MOST_DIGITS = 18;

  /** The connections that carried a request, by identity. */
  private final Map<Connection, Carrier> used = Collections.synchronizedMap(new WeakHashMap<>());

  /**
   * What is known of a connection; found once, since asking a socket for its addresses takes system
   * calls.
   */
  private record Carrier(@Nullable TrackedSocket socket, boolean plain, boolean inTurn) {
    static Carrier of(Connection connection) {
      return new Carrier(
          TrackedSockets.of(connection),
          connection.handshake() == null,
          connection.protocol() == Protocol.HTTP_1_1); // HTTP/2 separates its exchanges itself
    }

    void startExchange() throws IOException {
      if (socket != null && inTurn) {
        socket.startExchange(plain);
      }
    }

    void checkResponse() throws IOException {
      if (socket != null && inTurn) {
        socket.checkResponse();
      }
    }

    void giveUp() {
      if (socket != null) {
        socket.giveUp();
      }
    }
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Attempt attempt = Attempt.of(chain.request());
    Connection connection = Objects.requireNonNull(chain.connection());
    Carrier known = used.get(connection);
    Carrier carrier = known == null ? Carrier.of(connection) : known;
    boolean reused = known != null || used.putIfAbsent(connection, carrier) != null;
    InterceptorGuard.checkSent(attempt, chain.request());
    carrier.startExchange();
    attempt.sends(reused, carrier::giveUp);
    Response response = chain.proceed(chain.request());
    carrier.checkResponse();
    checkStatus(response.code());
    attempt.responds();
    checkLength(response.headers("Content-Length"));
    return response;
  }

  /** OkHttp passes on a status that is none, and the switch to another protocol. */
  private static void checkStatus(int status) throws IOException {
    if (status < 200) {
      throw new IOException("a response whose status is not a final one");
    }
  }

  private static void checkLength(List<String> lengths) throws IOException {
    for (String each : lengths) {
      if (!isLength(each) || !each.equals(lengths.get(0))) {
        throw new IOException("a response whose Content-Length cannot be meant");
      }
    }
  }

  /**
   * Returns whether the text is a length. OkHttp takes any other text for "until the connection is
   * closed".
   */
  private static boolean isLength(String text) {
    boolean digits = !text.isEmpty() && text.length() <= MOST_DIGITS;
    for (int i = 0; i < text.length(); i++) {
      digits &= text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
    return digits;
  }
}
