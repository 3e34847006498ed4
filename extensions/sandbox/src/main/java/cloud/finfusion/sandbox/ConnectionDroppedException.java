package cloud.finfusion.sandbox;

import java.io.IOException;
import org.eclipse.jetty.io.QuietException;

/** Tells Jetty that a connection was closed on purpose, which is nothing to report. */
final class ConnectionDroppedException extends IOException implements QuietException {
  private static final long serialVersionUID = 1L;

  ConnectionDroppedException() {
    super("closed on purpose");
  }
}
