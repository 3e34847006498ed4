package cloud.finfusion.sandbox.internal.http;

import java.io.IOException;
import org.eclipse.jetty.io.QuietException;

/** Ends Jetty's handling of a connection that a fault closed; Jetty does not log it. */
final class ConnectionDroppedException extends IOException implements QuietException {
  private static final long serialVersionUID = 1L;

  ConnectionDroppedException() {
    super("closed on purpose");
  }
}
