package cloud.finfusion.sandbox.internal.http;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.Map;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Sends the response to a request, or breaks the connection in its place. */
@FunctionalInterface
public interface ResponseWriter {
  void send(Response target, Callback callback);

  /** Adds these headers, unless the response sets headers of the same names. */
  default ResponseWriter withDefaults(Map<String, String> headers) {
    return (target, callback) -> {
      headers.forEach(target.getHeaders()::put);
      send(target, callback);
    };
  }

  /** Closes the connection without sending a byte. */
  static ResponseWriter dropped() {
    return (target, callback) -> {
      endPoint(target).close();
      callback.failed(new ConnectionDroppedException());
    };
  }

  /** Resets the connection (RST), so that the caller's system reports an error, not an end. */
  static ResponseWriter reset() {
    return (target, callback) -> {
      try {
        SocketChannel channel = (SocketChannel) endPoint(target).getTransport();
        channel.setOption(StandardSocketOptions.SO_LINGER, 0);
      } catch (IOException e) {
        // the client has already closed the connection
      }
      dropped().send(target, callback);
    };
  }

  private static EndPoint endPoint(Response target) {
    return target.getRequest().getConnectionMetaData().getConnection().getEndPoint();
  }
}
