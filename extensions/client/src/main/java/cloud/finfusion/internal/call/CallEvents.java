package cloud.finfusion.internal.call;

import cloud.finfusion.call.CallOptions;
import cloud.finfusion.error.Outcome;
import cloud.finfusion.internal.guard.ExceptionNames;
import cloud.finfusion.internal.guard.Guard;
import cloud.finfusion.metrics.AttemptRecord;
import cloud.finfusion.metrics.AttemptStarted;
import cloud.finfusion.metrics.CacheRecord;
import cloud.finfusion.metrics.CallAttributes;
import cloud.finfusion.metrics.CallListener;
import cloud.finfusion.metrics.CallRecord;
import cloud.finfusion.metrics.CallStarted;
import cloud.finfusion.metrics.KeyUseRecord;
import cloud.finfusion.metrics.PermitRecord;
import cloud.finfusion.metrics.RetryRecord;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notifies the listeners of a client. An event that concerns nobody is not made. */
public final class CallEvents {
  private static final Logger LOG = LoggerFactory.getLogger("cloud.finfusion");

  private final List<CallListener> listeners;
  private final Listeners<CallStarted> callStarted;
  private final Listeners<CallRecord> callEnded;
  private final Listeners<AttemptStarted> attemptStarted;
  private final Listeners<AttemptRecord> attemptEnded;
  private final Listeners<KeyUseRecord> keyUsed;
  private final Listeners<RetryRecord> retryScheduled;
  private final Listeners<CacheRecord> cacheRead;
  private final Listeners<PermitRecord> permitWaited;
  private final Listeners<PermitRecord> permitRefused;

  /** Makes the events of one client. */
  public CallEvents(List<CallListener> all) {
    listeners = List.copyOf(all);
    callStarted = of("callStarted", CallStarted.class, CallListener::callStarted);
    callEnded = of("callEnded", CallRecord.class, CallListener::callEnded);
    attemptStarted = of("attemptStarted", AttemptStarted.class, CallListener::attemptStarted);
    attemptEnded = of("attemptEnded", AttemptRecord.class, CallListener::attemptEnded);
    keyUsed = of("keyUsed", KeyUseRecord.class, CallListener::keyUsed);
    retryScheduled = of("retryScheduled", RetryRecord.class, CallListener::retryScheduled);
    cacheRead = of("cacheRead", CacheRecord.class, CallListener::cacheRead);
    permitWaited = of("permitWaited", PermitRecord.class, CallListener::permitWaited);
    permitRefused = of("permitRefused", PermitRecord.class, CallListener::permitRefused);
  }

  private <E> Listeners<E> of(String name, Class<E> event, BiConsumer<CallListener, E> method) {
    return Listeners.of(listeners, name, event, method);
  }

  /** Returns whether there is a listener. */
  public boolean isListened() {
    return !listeners.isEmpty();
  }

  /** Passes an event to each listener. */
  void send(Consumer<CallListener> event) {
    listeners.forEach(each -> Guard.accept("a listener", event, each));
  }

  /** A run of many calls starts on this thread. */
  CallerContexts runStarted() {
    return CallerContexts.captured(listeners);
  }

  /** A call starts. */
  public void callStarted(CallContext context) {
    if (!callStarted.isEmpty()) {
      callStarted.send(
          new CallStarted(
              context.operation().name(), context.options().actor(), context.attributes()));
    }
  }

  /** Logs at TRACE that a call ends with an error. */
  public void failed(RuntimeException error) {
    Guard.accept("the log", thrown -> LOG.trace("a call failed", thrown), error);
  }

  /** Returns who is notified that a call is over. */
  public Listeners<CallRecord> callEnded() {
    return callEnded;
  }

  /** A started call is refused before its first step, as by a closed client. */
  public void callRefused(CallContext context, Throwable refused) {
    if (!callEnded.isEmpty()) {
      callEnded.send(
          new CallRecord(
              context.operation().name(),
              Outcome.NOT_SENT,
              0,
              0,
              context.elapsed(),
              ExceptionNames.of(refused),
              null,
              context.attributes()));
    }
  }

  /** Returns the headers that listeners add, names and values in turn. */
  List<String> attemptStarted(CallContext context) {
    if (attemptStarted.isEmpty()) {
      return List.of();
    }
    AttemptStarted attempt =
        new AttemptStarted(
            context.operation().name(),
            context.attempts(),
            context.operation().target(),
            context.attributes());
    attemptStarted.send(attempt);
    return attempt.headers();
  }

  /** An attempt is over; {@code problem} says why no response came, and is null if one came. */
  void attemptEnded(CallContext context, int status, @Nullable String problem, long nanos) {
    if (!attemptEnded.isEmpty()) {
      attemptEnded.send(
          new AttemptRecord(
              context.operation().name(),
              context.attempts(),
              status,
              Duration.ofNanos(nanos),
              problem,
              context.attributes()));
    }
  }

  /** Returns who is notified that a key signs an attempt. */
  public Listeners<KeyUseRecord> keyUsed() {
    return keyUsed;
  }

  /** A call is tried again. Logged too, as the vendor advises. */
  void retrying(CallContext context, String reason, long delay) {
    RetryRecord retry =
        new RetryRecord(
            context.operation().name(), context.attempts(), reason, Duration.ofNanos(delay));
    Guard.accept("the log", CallEvents::log, retry);
    retryScheduled.send(retry);
  }

  private static void log(RetryRecord retry) {
    LOG.info(
        "{}: attempt {} ended with {}, the next one starts in {} ms",
        retry.operation(),
        retry.attempts(),
        retry.reason(),
        retry.delay().toMillis());
  }

  /** A read was looked up in the cache. */
  public void cacheRead(CallContext context, CacheRecord.Result result) {
    if (!cacheRead.isEmpty()) {
      cacheRead.send(new CacheRecord(context.operation().name(), result));
    }
  }

  /** All events of a call that was served from the cache. */
  public void hit(String operation, CallOptions options, long nanos) {
    CallAttributes attributes = new CallAttributes();
    callStarted.send(new CallStarted(operation, options.actor(), attributes));
    cacheRead.send(new CacheRecord(operation, CacheRecord.Result.HIT));
    callEnded.send(
        new CallRecord(
            operation, Outcome.DONE, 0, 0, Duration.ofNanos(nanos), null, null, attributes));
  }

  /** The cache dropped a response that expired or was one too many. */
  public void cacheEvicted(String family) {
    send(listener -> listener.cacheEvicted(family));
  }

  void permitWaited(CallContext context, String source, long nanos) {
    if (!permitWaited.isEmpty()) {
      permitWaited.send(permit(context, source, Duration.ofNanos(nanos)));
    }
  }

  void permitRefused(CallContext context, String source, Duration next) {
    if (!permitRefused.isEmpty()) {
      permitRefused.send(permit(context, source, next));
    }
  }

  private static PermitRecord permit(CallContext context, String source, Duration wait) {
    return new PermitRecord(context.operation().name(), source, wait);
  }

  /** The circuit changed its state. */
  public void circuitChanged(String state) {
    send(listener -> listener.circuitChanged(state));
  }

  void credentialRefreshed(CallContext context, boolean replaced) {
    String operation = context.operation().name();
    send(listener -> listener.credentialRefreshed(operation, replaced));
  }

  /** A webhook was verified. */
  public void webhookVerified(String verdict) {
    send(listener -> listener.webhookVerified(verdict));
  }
}
