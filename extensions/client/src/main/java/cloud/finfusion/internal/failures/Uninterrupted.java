package cloud.finfusion.internal.failures;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;

/**
 * Does a step on files again if an interrupt closed its channel: what a run has done is written
 * down although its thread is to end. The thread keeps its interrupt flag.
 */
public final class Uninterrupted {
  private Uninterrupted() {}

  /** A step on files, which may be done twice. */
  public interface Step {
    /** Does the step. */
    void run() throws IOException;
  }

  /** Does the step until no interrupt comes between. */
  public static void run(Step step) throws IOException {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          step.run();
          return;
        } catch (ClosedByInterruptException stop) {
          interrupted = Thread.interrupted() || interrupted;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
