package cloud.finfusion.sandbox;

import java.io.IOException;
import org.eclipse.jetty.io.QuietException;

/** Tells Jetty that a connection was closed on purpose, which is nothing to report. */
final class DroppedException extends IOException implements QuietException {
  private static final long serialVersionUID = 1L;

  DroppedException() {
    super("closed on purpose");
  }
}
