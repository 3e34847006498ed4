package cloud.finfusion.internal.transport;

import cloud.finfusion.error.FinFusionException;
import cloud.finfusion.error.Outcome;
import cloud.finfusion.internal.call.CallContext;
import cloud.finfusion.internal.call.CallServices;
import cloud.finfusion.internal.call.ErrorMapper;
import cloud.finfusion.internal.call.LogScope;
import cloud.finfusion.internal.call.OpenBody;
import cloud.finfusion.internal.call.PipelineCall;
import cloud.finfusion.internal.call.SharedRead;
import cloud.finfusion.internal.guard.Guard;
import cloud.finfusion.internal.loop.AttemptResult;
import cloud.finfusion.internal.loop.CallEnd;
import cloud.finfusion.internal.loop.StopReason;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import retrofit2.Response;

/**
 * The one place where a call ends. First the result is built, which nothing changes afterwards;
 * then shared reads are ended and caches invalidated; then listeners are notified; then, whatever
 * the listeners did, the caller has the result.
 */
final class Completion<T> {
  /** How long after the deadline a caller waits for listeners, which are notified first. */
  private static final long LISTENER_GRACE = TimeUnit.MILLISECONDS.toNanos(100);

  private final CallServices services;
  private final PipelineCall pipeline;
  private final Consumer<Completion<T>> onDelivered;
  private final Decoder<T> decoder;
  private final CacheUpdates cache;
  private final CallEndEvents events;
  private final AtomicReference<@Nullable CallResult<T>> result = new AtomicReference<>();
  private final AtomicBoolean delivered = new AtomicBoolean();
  private @Nullable Alarm alarm; // of an asynchronous call; written before the call starts

  /**
   * Makes the completion of one call.
   *
   * @param onDelivered is given this completion when the caller may have the result
   */
  Completion(
      ObservedCall<T> call,
      CallMethod<T> method,
      PipelineCall pipeline,
      Consumer<Completion<T>> onDelivered) {
    this.services = method.services();
    this.pipeline = pipeline;
    this.onDelivered = onDelivered;
    this.decoder = new Decoder<>(method, pipeline.context(), call);
    this.cache = method.cache();
    this.events = new CallEndEvents(method, pipeline);
  }

  /** Runs the call on the caller's thread. */
  void run() {
    pipeline.execute();
    ended();
  }

  /** Starts the call without holding a thread. The alarm lives until the caller has the result. */
  void enqueue() {
    long left = context().deadlineAt() - services.time().nanos();
    Alarm ofCall = new Alarm(services);
    alarm = ofCall;
    ofCall.set(left, () -> deadlinePassed(ofCall));
    pipeline.enqueue(this::ended);
  }

  /**
   * Ends the call. Listeners are notified of the end here only, after all other events of the call.
   */
  private void ended() {
    try {
      CallEnd end = pipeline.end();
      Decoder.Decoded<T> decoded = decoded(end);
      cache.share(pipeline, decoded.shared());
      observed(end, decide(end, decoded.result()));
    } finally {
      deliver();
    }
  }

  private Decoder.Decoded<T> decoded(CallEnd end) {
    try {
      SharedRead ofOwner = pipeline.shared();
      return ofOwner == null
          ? decoder.own(end)
          : new Decoder.Decoded<>(decoder.shared(ofOwner, end), null);
    } catch (Throwable thrown) {
      // memory or stack ran out, or an exception of a converter throws in its turn
      String problem = "expected to decode it, got " + Guard.describe(thrown);
      RuntimeException error = ErrorMapper.undecodable(context(), end, "$", problem);
      return new Decoder.Decoded<>(CallResult.failed(error), null);
    }
  }

  /**
   * Ends the call. If the call has ended and a converter or a listener hangs, ends the wait for it.
   * A listener may also hang in an event of this end, so the alarm is set again first.
   */
  private void deadlinePassed(Alarm ofCall) {
    ofCall.set(LISTENER_GRACE, this::settle);
    pipeline.stop(StopReason.DEADLINE);
    if (pipeline.hasEnded()) {
      settle();
    }
  }

  private void settle() {
    LogScope scope = services.enterLog(context());
    try {
      deliverWhatIsKnown();
    } finally {
      scope.close();
    }
  }

  /** Gives the caller what is known, without waiting for code that still runs. */
  private void deliverWhatIsKnown() {
    if (result.get() == null) {
      CallEnd end = pipeline.endSoFar();
      AttemptResult last = end.result();
      boolean hangs = end.hasResponse() && last != null && last.isSuccess();
      var unused =
          decide(
              end,
              hangs
                  ? CallResult.failed(ErrorMapper.overdue(context(), end))
                  : decoded(end).result());
    }
    deliver();
  }

  /**
   * Sets the result, of which the first counts, and ends shared reads and invalidates caches.
   * Returns the outcome of that result.
   */
  private Outcome decide(CallEnd end, CallResult<T> came) {
    result.compareAndSet(null, came);
    closeUnlessGiven();
    cache.share(pipeline, null);
    Outcome outcome =
        result().error() instanceof FinFusionException known ? known.outcome() : end.outcome();
    cache.invalidate(outcome);
    return outcome;
  }

  /** Closes a body that the caller does not get, as the call failed after all. */
  private void closeUnlessGiven() {
    OpenBody open = pipeline.openBody();
    if (open != null && result().response() == null) {
      open.close();
    }
  }

  private void observed(CallEnd end, Outcome outcome) {
    RuntimeException failed = result().error();
    if (failed != null) {
      services.events().failed(failed);
    }
    events.ended(end, outcome, this::error);
  }

  private void deliver() {
    if (!delivered.compareAndSet(false, true)) {
      return;
    }
    if (alarm != null) {
      alarm.off();
    }
    pipeline.delivered();
    Guard.accept("a callback", onDelivered, this);
  }

  /** Returns the result; there is one once it was delivered. */
  CallResult<T> result() {
    return Objects.requireNonNull(result.get());
  }

  /**
   * Returns the response, of whatever status.
   *
   * @throws RuntimeException the typed error if there is none
   */
  Response<T> response() {
    CallResult<T> known = result();
    if (known.response() == null) {
      throw Objects.requireNonNull(known.error());
    }
    return known.response();
  }

  /** Returns the typed error; null if the call succeeded. */
  @Nullable RuntimeException error() {
    CallResult<T> known = result();
    return known.response() == null || known.response().isSuccessful()
        ? known.error()
        : ErrorMapper.of(context(), pipeline.end());
  }

  private CallContext context() {
    return pipeline.context();
  }
}
