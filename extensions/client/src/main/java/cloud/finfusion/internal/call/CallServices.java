package cloud.finfusion.internal.call;

import cloud.finfusion.internal.cache.ResponseCache;
import cloud.finfusion.internal.options.ClientOptions;
import cloud.finfusion.internal.permit.Permits;
import cloud.finfusion.internal.time.Time;
import java.util.List;
import java.util.concurrent.Executor;
import okhttp3.Call;
import org.jspecify.annotations.Nullable;

/**
 * The services that all calls of one client share.
 *
 * @param options the client's options
 * @param client makes the exchanges
 * @param executor runs asynchronous calls after a wait, so that none runs on the timer, a limiter's
 *     thread or another caller's
 * @param dropIdle closes idle connections
 * @param permits the sources of permits, in the order in which they are asked, without the
 *     credential's
 * @param cache the cached responses; null for none
 * @param events notifies the listeners
 * @param retries whether and when to try again
 * @param attemptTimes how long attempts take
 * @param open the calls under way
 */
public record CallServices(
    ClientOptions options,
    Call.Factory client,
    Executor executor,
    Runnable dropIdle,
    List<Permits> permits,
    @Nullable ResponseCache<SharedRead> cache,
    CallEvents events,
    RetryPlanner retries,
    AttemptTimes attemptTimes,
    OpenCalls open) {

  /**
   * Returns the services of a derived client: the same but for its options, the permits, which may
   * be those of another plan, and the calls under way.
   */
  public CallServices derived(ClientOptions changed, List<Permits> others) {
    return new CallServices(
        changed,
        client,
        executor,
        dropIdle,
        others,
        cache,
        events,
        retries.with(changed.retry()),
        attemptTimes,
        open.derived());
  }

  /** Returns the clock. */
  public Time time() {
    return options.time();
  }

  /**
   * Puts a call into the log's context of this thread, if the client asks for that. The result is
   * closed on the same thread.
   */
  public LogScope enterLog(CallContext context) {
    return options.logContext()
        ? LogScope.of(context.operation().name(), context.id(), context.requestId())
        : LogScope.NONE;
  }

  /** Shows the last response's id in the call that this thread has entered. */
  void updateLog(CallContext context) {
    if (options.logContext()) {
      LogScope.set(LogScope.REQUEST_ID, context.requestId());
    }
  }

  List<Permits> permits(OperationContext operation) {
    return operation.signer().permits(permits);
  }
}
