package cloud.finfusion.internal.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.SocketFactory;
import okhttp3.Connection;
import org.jspecify.annotations.Nullable;

/**
 * Makes the sockets of a client, and finds the socket of a connection. Sockets to a SOCKS proxy are
 * made by OkHttp itself, and a caller's own factory makes its own.
 */
final class TrackedSockets extends SocketFactory {
  /** By both addresses, as a connection shows only the TLS socket layered over its socket. */
  private final Map<List<SocketAddress>, TrackedSocket> open = new ConcurrentHashMap<>();

  /** Returns the socket that carries a connection; null if another factory made it. */
  static @Nullable TrackedSocket of(Connection connection) {
    Socket socket = connection.socket();
    return connection.route().address().socketFactory() instanceof TrackedSockets made
        ? made.open.get(TrackedSocket.endsOf(socket))
        : null;
  }

  /**
   * Makes a socket that sends what it has at once. A body of more than 8 KiB, as that of a batch,
   * is written in parts, and the last part would wait 40 ms for the server's acknowledgement.
   */
  @Override
  public Socket createSocket() throws IOException {
    Socket socket = new TrackedSocket(open);
    socket.setTcpNoDelay(true);
    return socket;
  }

  @Override
  public Socket createSocket(String host, int port) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) {
    throw new UnsupportedOperationException();
  }
}
