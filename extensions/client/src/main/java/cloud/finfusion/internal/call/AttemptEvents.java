package cloud.finfusion.internal.call;

import cloud.finfusion.internal.loop.AttemptResult;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Notifies the log's context, the statistics and the listeners of the end of one attempt. */
final class AttemptEvents {
  private final CallServices services;
  private final CallContext context;
  private final AttemptTime time;

  AttemptEvents(CallServices services, CallContext context, AttemptTime time) {
    this.services = services;
    this.context = context;
    this.time = time;
  }

  /** Notifies of an attempt that was cancelled before it was made. */
  void cancelled() {
    notifyEnded(0, AttemptErrors.CANCELLED);
  }

  /**
   * Notifies of the end; the listeners, of a body that is open, when that body has ended.
   *
   * @param endedByCaller whether the caller ended the attempt
   */
  void ended(AttemptResult result, boolean endedByCaller) {
    updateLog(result.response());
    measured(result);
    OpenBody open = OpenBody.of(result.response());
    if (open == null) {
      notifyEnded(result.status(), problem(result, endedByCaller));
    } else {
      open.whenEnded(end -> notifyEnded(end.result().status(), end.problem()));
    }
  }

  private void updateLog(@Nullable Response response) {
    if (services.options().logContext() && response != null) {
      context.keepRequestId(response);
      services.updateLog(context);
    }
  }

  private void measured(AttemptResult result) {
    if (result.response() != null) {
      services.attemptTimes().took(time.elapsed());
    } else if (time.left() <= 0) {
      services.attemptTimes().cutOff(time.elapsed());
    }
  }

  private @Nullable String problem(AttemptResult result, boolean endedByCaller) {
    return result.response() != null
        ? null
        : AttemptErrors.of(result, endedByCaller, time.left() <= 0);
  }

  private void notifyEnded(int status, @Nullable String problem) {
    services.events().attemptEnded(context, status, problem, time.elapsed());
  }
}
