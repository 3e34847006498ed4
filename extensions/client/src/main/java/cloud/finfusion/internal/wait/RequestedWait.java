package cloud.finfusion.internal.wait;

import cloud.finfusion.error.CallCancelledException;
import cloud.finfusion.error.FinFusionException;
import java.time.Duration;

/** What the error of a read means for the next one. */
final class RequestedWait {
  private RequestedWait() {}

  /** Returns whether a wait goes on after the error; that of a cancelled call ends it. */
  static boolean goesOn(Throwable error) {
    return error instanceof FinFusionException known
        && known.retryable()
        && !(error instanceof CallCancelledException);
  }

  /** Returns how long the next read has to wait at least. */
  static Duration of(Throwable error) {
    Duration asked = error instanceof FinFusionException known ? known.retryAfter() : null;
    return asked == null ? Duration.ZERO : asked;
  }
}
