package cloud.finfusion.internal.call;

import cloud.finfusion.call.CallOptions;
import cloud.finfusion.error.Outcome;
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

/**
 * Notifies the listeners of a client, through the guard. A client without listeners allocates
 * nothing for events.
 */
public final class CallEvents {
  private static final Logger LOG = LoggerFactory.getLogger("cloud.finfusion");

  private final List<CallListener> listeners;

  /** Makes the events of one client. */
  public CallEvents(List<CallListener> listeners) {
    this.listeners = List.copyOf(listeners);
  }

  /** Returns whether there is a listener. */
  public boolean isListened() {
    return !listeners.isEmpty();
  }

  private <E> void send(BiConsumer<CallListener, E> method, E event) {
    for (CallListener each : listeners) {
      Guard.accept("a listener", listener -> method.accept(listener, event), each);
    }
  }

  /** Passes an event to each listener. */
  void send(Consumer<CallListener> event) {
    listeners.forEach(each -> Guard.accept("a listener", event, each));
  }

  /** A call starts. */
  public void callStarted(CallContext context) {
    if (isListened()) {
      send(
          CallListener::callStarted,
          new CallStarted(
              context.operation().name(), context.options().actor(), context.attributes()));
    }
  }

  /** Logs at TRACE that a call ends with an error. */
  public void failed(RuntimeException error) {
    Guard.accept("the log", thrown -> LOG.trace("a call failed", thrown), error);
  }

  /** A call is over. */
  public void callEnded(CallRecord call) {
    send(CallListener::callEnded, call);
  }

  /** A started call is refused before its first step, as by a closed client. */
  public void callRefused(CallContext context, Throwable refused) {
    if (isListened()) {
      callEnded(
          new CallRecord(
              context.operation().name(),
              Outcome.NOT_SENT,
              0,
              0,
              context.elapsed(),
              refused.getClass().getSimpleName(),
              null,
              context.attributes()));
    }
  }

  /** Returns the headers that listeners add, names and values in turn. */
  List<String> attemptStarted(CallContext context) {
    if (!isListened()) {
      return List.of();
    }
    AttemptStarted attempt =
        new AttemptStarted(
            context.operation().name(),
            context.attempts(),
            context.operation().target(),
            context.attributes());
    send(CallListener::attemptStarted, attempt);
    return attempt.headers();
  }

  /** An attempt is over; {@code problem} says why no response came, and is null if one came. */
  void attemptEnded(CallContext context, int status, @Nullable String problem, long nanos) {
    if (isListened()) {
      send(
          CallListener::attemptEnded,
          new AttemptRecord(
              context.operation().name(),
              context.attempts(),
              status,
              Duration.ofNanos(nanos),
              problem,
              context.attributes()));
    }
  }

  /** A key signs an attempt. */
  public void keyUsed(KeyUseRecord use) {
    send(CallListener::keyUsed, use);
  }

  /** A call is tried again. Logged too, as the vendor advises. */
  void retrying(CallContext context, String reason, long delay) {
    RetryRecord retry =
        new RetryRecord(
            context.operation().name(), context.attempts(), reason, Duration.ofNanos(delay));
    Guard.accept("the log", CallEvents::log, retry);
    send(CallListener::retryScheduled, retry);
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
    if (isListened()) {
      send(CallListener::cacheRead, new CacheRecord(context.operation().name(), result));
    }
  }

  /** All events of a call that was served from the cache. */
  public void hit(String operation, CallOptions options, long nanos) {
    CallAttributes attributes = new CallAttributes();
    send(CallListener::callStarted, new CallStarted(operation, options.actor(), attributes));
    send(CallListener::cacheRead, new CacheRecord(operation, CacheRecord.Result.HIT));
    send(
        CallListener::callEnded,
        new CallRecord(
            operation, Outcome.DONE, 0, 0, Duration.ofNanos(nanos), null, null, attributes));
  }

  /** The cache dropped a response that expired or was one too many. */
  public void cacheEvicted(String family) {
    send(CallListener::cacheEvicted, family);
  }

  void permitWaited(CallContext context, String source, long nanos) {
    if (isListened()) {
      send(CallListener::permitWaited, permit(context, source, Duration.ofNanos(nanos)));
    }
  }

  void permitRefused(CallContext context, String source, Duration next) {
    if (isListened()) {
      send(CallListener::permitRefused, permit(context, source, next));
    }
  }

  private static PermitRecord permit(CallContext context, String source, Duration wait) {
    return new PermitRecord(context.operation().name(), source, wait);
  }

  /** The circuit changed its state. */
  public void circuitChanged(String state) {
    send(CallListener::circuitChanged, state);
  }

  void credentialRefreshed(CallContext context, boolean replaced) {
    String operation = context.operation().name();
    send((listener, event) -> listener.credentialRefreshed(operation, event), replaced);
  }

  /** A webhook was verified. */
  public void webhookVerified(String verdict) {
    send(CallListener::webhookVerified, verdict);
  }
}
