package cloud.finfusion.sandbox;

import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** What goes over the wire in answer to a request: an answer, or something worse. */
@FunctionalInterface
interface Reply {
  void send(Response response, Callback callback);

  /** Closes the connection without a byte of answer. */
  static Reply dropped() {
    return (response, callback) -> {
      response.getRequest().getConnectionMetaData().getConnection().getEndPoint().close();
      callback.failed(new DroppedException());
    };
  }
}
