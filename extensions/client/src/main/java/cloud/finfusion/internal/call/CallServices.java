package cloud.finfusion.internal.call;

import cloud.finfusion.auth.Credential;
import cloud.finfusion.internal.cache.ResponseCache;
import cloud.finfusion.internal.options.ClientOptions;
import cloud.finfusion.internal.permit.Permits;
import cloud.finfusion.internal.time.Time;
import java.util.List;
import java.util.concurrent.Executor;
import okhttp3.Call;
import org.jspecify.annotations.Nullable;

/**
 * What all calls of one client share.
 *
 * @param options the client's options
 * @param client makes the exchanges
 * @param executor where asynchronous calls go on after a wait, so that nothing of theirs runs on
 *     the timer, a limiter's thread or another caller's
 * @param dropIdle closes the connections that nobody uses
 * @param permits the sources of permits of an operation that is signed, in the order in which they
 *     are asked
 * @param unsignedPermits those of an operation that is not
 * @param cache what is cached; null for nothing
 * @param events who is notified
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
    List<Permits> unsignedPermits,
    @Nullable ResponseCache<SharedRead> cache,
    CallEvents events,
    RetryPlanner retries,
    AttemptTimes attemptTimes,
    OpenCalls open) {

  /** The clock and the waits. */
  public Time time() {
    return options.time();
  }

  Credential credential() {
    return options.credential();
  }

  List<Permits> permits(OperationContext operation) {
    return operation.signed() ? permits : unsignedPermits;
  }
}
