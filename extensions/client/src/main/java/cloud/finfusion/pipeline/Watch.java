package cloud.finfusion.pipeline;

import cloud.finfusion.call.ResponseInfo;
import cloud.finfusion.error.FinFusionException;
import cloud.finfusion.error.Outcome;
import cloud.finfusion.metrics.AttemptRecord;
import cloud.finfusion.metrics.CallListener;
import cloud.finfusion.metrics.CallRecord;
import cloud.finfusion.metrics.KeyUseRecord;
import cloud.finfusion.metrics.RetryRecord;
import cloud.finfusion.runtime.UnreadableJsonException;
import java.io.IOException;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the listeners how calls and attempts ended; nothing that they throw changes a call. */
final class Watch {
  private static final Logger LOG = LoggerFactory.getLogger("cloud.finfusion");

  private final List<CallListener> listeners;
  private final BiConsumer<Journey, Outcome> first;

  /** Told before the listeners, and before the caller goes on, is {@code first}. */
  Watch(List<CallListener> listeners, BiConsumer<Journey, Outcome> first) {
    this.listeners = List.copyOf(listeners);
    this.first = first;
  }

  /** An answer came and was converted. */
  void answered(Journey journey, Response response) {
    ended(journey, Outcomes.of(response.code(), journey.maybeDone()));
  }

  /** No answer came, or none that could be read. Returns the typed error of it. */
  RuntimeException failed(Journey journey, Throwable failure) {
    RuntimeException typed = typed(journey, failure);
    tell(error -> LOG.trace("a call failed", error), typed);
    ended(journey, typed instanceof FinFusionException known ? known.outcome() : Outcome.NOT_SENT);
    return typed;
  }

  private static RuntimeException typed(Journey journey, Throwable failure) {
    if (failure instanceof JourneyException carrier) {
      return carrier.typed();
    }
    if (failure instanceof UnreadableJsonException unreadable) {
      return Failures.unreadable(journey, unreadable.path(), unreadable.problem());
    }
    if (failure instanceof RuntimeException bug) {
      return bug;
    }
    return Failures.broken(
        journey, failure instanceof IOException io ? io : new IOException(failure));
  }

  void attempted(AttemptRecord attempt) {
    listeners.forEach(listener -> tell(listener::attemptEnded, attempt));
  }

  /** Whether there is somebody to tell. */
  boolean isListened() {
    return !listeners.isEmpty();
  }

  void keyUsed(KeyUseRecord use) {
    listeners.forEach(listener -> tell(listener::keyUsed, use));
  }

  /** A call is tried again; also logged, as the vendor advises. */
  void retrying(RetryRecord retry) {
    tell(Watch::log, retry);
    listeners.forEach(listener -> tell(listener::retryScheduled, retry));
  }

  private static void log(RetryRecord retry) {
    LOG.info(
        "{}: attempt {} ended with {}, the next one starts in {} ms",
        retry.operation(),
        retry.attempts(),
        retry.reason(),
        retry.delay().toMillis());
  }

  private void ended(Journey journey, Outcome outcome) {
    first.accept(journey, outcome);
    Response answer = journey.lastAnswer();
    Consumer<ResponseInfo> onResponse = journey.options().onResponse();
    if (answer != null && onResponse != null) {
      tell(onResponse, info(journey, answer));
    }
    if (isListened()) {
      CallRecord call =
          new CallRecord(
              journey.operation().name(),
              outcome,
              answer == null ? 0 : answer.code(),
              journey.attempts(),
              journey.elapsed());
      listeners.forEach(listener -> tell(listener::callEnded, call));
    }
  }

  private static ResponseInfo info(Journey journey, Response answer) {
    return new ResponseInfo(
        answer.code(),
        answer.header(Stamp.REQUEST_ID),
        answer.headers().toMultimap(),
        journey.attempts());
  }

  private static <E> void tell(Consumer<E> listener, E event) {
    try {
      listener.accept(event);
    } catch (RuntimeException | LinkageError | AssertionError failure) {
      LOG.warn("a listener threw {}; the call goes on", failure.getClass().getName());
    }
  }
}
