package cloud.finfusion.internal.call;

import cloud.finfusion.error.InvalidResponseException;
import cloud.finfusion.error.Outcome;
import cloud.finfusion.internal.call.BufferedResponses.TooLargeException;
import cloud.finfusion.internal.loop.AttemptResult;
import cloud.finfusion.internal.loop.LocalFailure;
import cloud.finfusion.internal.loop.OutcomeRules;
import cloud.finfusion.internal.retry.RequestedDelay;
import java.io.IOException;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Judges attempts: gives each response and each exception, whoever threw it, a meaning. */
final class AttemptResults {
  private AttemptResults() {}

  /**
   * Returns the result of an attempt.
   *
   * @param response the response, its body in memory or lost; null if none came
   * @param thrown the exception that ended the attempt or the reading of the body; null if there is
   *     none
   * @param sent whether a byte may have left
   * @param stale whether a kept connection broke before the response began
   */
  static AttemptResult of(
      CallContext context,
      @Nullable Response response,
      @Nullable Throwable thrown,
      boolean sent,
      boolean stale) {
    if (response != null && (thrown == null || !response.isSuccessful())) {
      return withResponse(context, response, thrown);
    }
    return withoutResponse(context, thrown, sent || response != null, stale);
  }

  private static AttemptResult withoutResponse(
      CallContext context, @Nullable Throwable thrown, boolean sent, boolean stale) {
    boolean again =
        stale && context.repeatable() && !context.isSentOnce() && !(thrown instanceof LocalFailure);
    return new AttemptResult(0, sent, sent, false, again, null, failure(context, thrown));
  }

  private static AttemptResult withResponse(
      CallContext context, Response response, @Nullable Throwable thrown) {
    int status = response.code();
    boolean keyed = context.idempotencyKey() != null;
    boolean asksToWait = RequestedDelay.of(response, context.clock()) != null;
    boolean mayBeDone =
        OutcomeRules.mayBeDone(status, keyed, asksToWait)
            && !(status == 409 && ErrorResponseParser.isStateConflict(response, asksToWait));
    OperationContext operation = context.operation();
    boolean missingIsFinal = operation.read() || operation.changesExisting();
    boolean proof =
        OutcomeRules.provesNotDone(status, missingIsFinal, true)
            && ErrorResponseParser.isOfApi(response);
    return new AttemptResult(status, true, mayBeDone, proof, false, response, thrown);
  }

  /** Returns the exception as an IOException, typed where this program knows its meaning. */
  private static IOException failure(CallContext context, @Nullable Throwable thrown) {
    if (thrown instanceof TooLargeException) {
      String problem = String.valueOf(thrown.getMessage());
      return new LocalFailure(
          new InvalidResponseException(
              context.facts(Outcome.UNKNOWN, context.repeatable(), null), "$", problem));
    }
    return thrown instanceof IOException known
        ? known
        : new IOException("the exchange ended with " + name(thrown));
  }

  private static String name(@Nullable Throwable thrown) {
    return thrown == null ? "nothing" : thrown.getClass().getName();
  }
}
