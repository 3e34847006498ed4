package cloud.finfusion.pipeline;

import dev.failsafe.FailsafeException;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Request;
import okhttp3.Response;
import okio.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * DEADLINE: one call with one budget of time, and the only place where it is ended early. Blocking,
 * it stays on its caller's thread; asynchronous, it holds none while it waits.
 */
final class ResilientCall extends DelegatingCall {
  /** Keeps the clock from overflowing. */
  private static final long LONGEST_BUDGET = Duration.ofDays(1).toNanos();

  private final ResilientCalls calls;
  private final Request request;
  private final Timeout timeout = new Timeout();
  private final AtomicReference<@Nullable Stop> stopped = new AtomicReference<>();
  private final AtomicReference<@Nullable Journey> journey = new AtomicReference<>();
  private volatile @Nullable Runnable release;
  private volatile boolean executed;
  private volatile long deadlineAt;
  private volatile long notBefore;
  private volatile Permit permit = Permit.FREE;

  ResilientCall(ResilientCalls calls, Request request) {
    this.calls = calls;
    this.request = request.newBuilder().tag(ResilientCall.class, this).build();
  }

  /** The call that a request of ours was made for. */
  static ResilientCall of(Request request) {
    return Objects.requireNonNull(request.tag(ResilientCall.class), "a request of another factory");
  }

  /** The journey starts: from now on the deadline runs. A call has one, also if asked again. */
  void depart(Journey started) {
    if (!journey.compareAndSet(null, started)) {
      throw new IllegalStateException("the call was made already. Make its clone()");
    }
    long budget = timeout.timeoutNanos() > 0 ? timeout.timeoutNanos() : budget(started);
    deadlineAt = started.startedAt() + Math.min(budget, LONGEST_BUDGET);
  }

  Journey journey() {
    return Objects.requireNonNull(journey.get(), "the call has not departed");
  }

  long deadlineAt() {
    return deadlineAt;
  }

  long notBefore() {
    return notBefore;
  }

  /** The next attempt starts no earlier than this. */
  void wait(Answer answer) {
    notBefore = answer.notBefore();
  }

  /** The right of the next attempt to start. */
  void permit(Permit next) {
    permit = next;
  }

  Permit permit() {
    return permit;
  }

  @Override
  public Response execute() throws IOException {
    Request stamped = begin();
    try {
      return arrive(calls.loop(this).get(() -> calls.attempts().make(this, stamped)));
    } catch (FailsafeException interrupted) {
      Thread.currentThread().interrupt(); // it came between an attempt and the wait after it
      return arrive(Answer.of(Stop.INTERRUPTED));
    } finally {
      calls.leave(this);
    }
  }

  @Override
  public void enqueue(Callback callback) {
    Request stamped = begin();
    Runnable noLimit =
        calls.time().atLimit(deadlineAt - calls.time().nanos(), () -> stop(Stop.DEADLINE));
    var unused =
        calls
            .loop(this)
            .getStageAsync(() -> calls.attempts().start(this, stamped))
            .whenComplete(
                (answer, bug) -> {
                  noLimit.run();
                  calls.leave(this);
                  deliver(answer, bug, callback);
                });
  }

  private void deliver(@Nullable Answer answer, @Nullable Throwable bug, Callback callback) {
    try {
      callback.onResponse(this, arrive(answer == null ? Answer.of(new IOException(bug)) : answer));
    } catch (IOException failure) {
      callback.onFailure(this, failure);
    }
  }

  private Request begin() {
    executed = true;
    notBefore = journey().startedAt();
    Request stamped = calls.stamp().on(request, journey());
    calls.enter(this); // last: what enters has to leave, and nothing after this throws
    return stamped;
  }

  private long budget(Journey started) {
    var own = started.options().deadline();
    return (own == null ? calls.deadline() : own).toNanos();
  }

  /** The end of the journey below the converter: an answer, or a typed error. */
  private Response arrive(Answer answer) throws IOException {
    if (answer.response() != null) {
      return answer.response();
    }
    if (answer.failure() instanceof JourneyException typed) {
      throw Failures.afterward(journey(), typed);
    }
    throw new JourneyException(
        answer.stop() != null
            ? Failures.stopped(journey(), answer.stop())
            : Failures.broken(journey(), Objects.requireNonNull(answer.failure())));
  }

  /** Ends the call, wherever it is. The first reason counts. */
  void stop(Stop why) {
    if (stopped.compareAndSet(null, why)) {
      Runnable now = release;
      if (now != null) {
        now.run();
      }
    }
  }

  @Nullable Stop stopped() {
    return stopped.get();
  }

  /**
   * What to do when the call is stopped from now on, or was just stopped. Must not mind running
   * twice.
   */
  void onStop(Runnable action) {
    release = action;
    if (stopped.get() != null) {
      action.run();
    }
  }

  @Override
  public void cancel() {
    stop(Stop.CANCELLED);
  }

  @Override
  public boolean isCanceled() {
    return stopped.get() == Stop.CANCELLED;
  }

  @Override
  public boolean isExecuted() {
    return executed;
  }

  @Override
  public Request request() {
    return request;
  }

  @Override
  public Timeout timeout() {
    return timeout;
  }

  @Override
  @SuppressWarnings("MethodDoesntCallSuperMethod") // OkHttp's contract: the same call, made anew
  public Call clone() {
    return calls.newCall(request);
  }
}
