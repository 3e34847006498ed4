package cloud.finfusion.internal.loop;

import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * The result of one attempt, judged once, when the attempt ended.
 *
 * @param status the response's status; 0 if none came, or none that counts
 * @param sent whether a byte of the request may have left
 * @param mayBeDone whether this attempt leaves open that the operation was done
 * @param provesNotDone whether this attempt proves that no attempt of the call did the operation
 * @param stale whether a kept connection broke before the response began, so that another
 *     connection may be tried at once
 * @param response the response, its body in memory; null if none counts
 * @param failure why there is no response, or why its body is missing; null if neither
 */
public record AttemptResult(
    int status,
    boolean sent,
    boolean mayBeDone,
    boolean provesNotDone,
    boolean stale,
    @Nullable Response response,
    @Nullable Throwable failure) {

  /** Returns whether the response is a success. */
  public boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  /** Returns whether this program refused the attempt, which another attempt would not change. */
  public boolean isLocal() {
    return failure instanceof LocalFailure;
  }
}
