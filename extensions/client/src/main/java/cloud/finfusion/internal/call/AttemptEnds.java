package cloud.finfusion.internal.call;

import cloud.finfusion.internal.loop.AttemptResult;
import cloud.finfusion.internal.loop.StopReason;
import cloud.finfusion.internal.permit.AttemptEnd;
import cloud.finfusion.internal.retry.RequestedDelay;
import java.time.InstantSource;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Makes what the sources of permits learn of an attempt. */
final class AttemptEnds {
  private static final String REMAINING = "X-RateLimit-Remaining";

  private AttemptEnds() {}

  static AttemptEnd of(AttemptResult result, @Nullable StopReason stop, InstantSource clock) {
    Response response = result.response();
    return response == null
        ? new AttemptEnd(0, isFailure(result, stop), result.sent(), null, null)
        : new AttemptEnd(
            result.status(),
            result.status() >= 500,
            true,
            RequestedDelay.of(response, clock),
            response.header(REMAINING));
  }

  /**
   * An attempt that the caller ended or this program refused is no failure of the server, and
   * neither is one that had not sent anything when the call's time was over.
   */
  private static boolean isFailure(AttemptResult result, @Nullable StopReason stop) {
    boolean ofCaller = stop == StopReason.CANCELLED || stop == StopReason.INTERRUPTED;
    boolean tooLate = stop == StopReason.DEADLINE && !result.sent();
    return !ofCaller && !tooLate && !result.isLocal();
  }
}
