package cloud.finfusion.sandbox;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.Map;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** What goes over the wire in answer to a request: an answer, or something worse. */
@FunctionalInterface
interface ResponseWriter {
  void send(Response response, Callback callback);

  /** With these headers too, unless it has others of their names. */
  default ResponseWriter withFirst(Map<String, String> headers) {
    return (response, callback) -> {
      headers.forEach(response.getHeaders()::put);
      send(response, callback);
    };
  }

  /** Closes the connection without a byte of answer. */
  static ResponseWriter dropped() {
    return (response, callback) -> {
      endPoint(response).close();
      callback.failed(new ConnectionDroppedException());
    };
  }

  /** Resets the connection (RST), so that the caller's system reports an error, not an end. */
  static ResponseWriter reset() {
    return (response, callback) -> {
      try {
        SocketChannel channel = (SocketChannel) endPoint(response).getTransport();
        channel.setOption(StandardSocketOptions.SO_LINGER, 0);
      } catch (IOException e) {
        // the caller was faster and is gone
      }
      dropped().send(response, callback);
    };
  }

  private static EndPoint endPoint(Response response) {
    return response.getRequest().getConnectionMetaData().getConnection().getEndPoint();
  }
}
