package cloud.finfusion.internal.call;

import java.io.InterruptedIOException;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import org.jspecify.annotations.Nullable;

/**
 * The time limit of one attempt. OkHttp's own spans the body too. An attempt whose body is read by
 * its caller has the limit of the attempt up to the response, and the call's deadline after it.
 */
final class AttemptLimit {
  /** OkHttp's own does. */
  private static final AttemptLimit OF_OKHTTP = new AttemptLimit();

  private volatile boolean passed;
  private volatile Runnable off = () -> {};

  private AttemptLimit() {}

  /**
   * Starts the limit.
   *
   * @param timeout the nanoseconds of the attempt
   * @param left the nanoseconds until the deadline
   * @param streamed whether the caller reads the body of a success
   */
  static AttemptLimit start(
      CallServices services, Call call, long timeout, long left, boolean streamed) {
    long whole = streamed ? left : Math.min(timeout, left);
    call.timeout().timeout(Math.max(1, whole), TimeUnit.NANOSECONDS);
    if (!streamed || timeout >= left) {
      return OF_OKHTTP;
    }
    AttemptLimit limit = new AttemptLimit();
    limit.off =
        services.time().atLimit(timeout, () -> services.executor().execute(() -> limit.pass(call)));
    return limit;
  }

  private void pass(Call call) {
    passed = true;
    call.cancel();
  }

  /** Ends the limit: the response is in memory, or its body is open. */
  void end() {
    off.run();
  }

  /** Returns what was thrown, as a timeout if this limit is the reason. */
  @Nullable Throwable reason(@Nullable Throwable thrown) {
    return passed && thrown != null ? new InterruptedIOException("timeout") : thrown;
  }
}
