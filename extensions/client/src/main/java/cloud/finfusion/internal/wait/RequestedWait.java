package cloud.finfusion.internal.wait;

import cloud.finfusion.error.CallCancelledException;
import cloud.finfusion.error.CircuitOpenException;
import cloud.finfusion.error.FinFusionException;
import cloud.finfusion.error.LimitReachedException;
import cloud.finfusion.error.RateLimitException;
import cloud.finfusion.error.ServerException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

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
    Duration asked = asked(error);
    return asked == null ? Duration.ZERO : asked;
  }

  private static @Nullable Duration asked(Throwable error) {
    if (error instanceof RateLimitException limited) {
      return limited.retryAfter();
    }
    if (error instanceof ServerException failed) {
      return failed.retryAfter();
    }
    if (error instanceof LimitReachedException refused) {
      return refused.retryAfter();
    }
    return error instanceof CircuitOpenException open ? open.retryAfter() : null;
  }
}
