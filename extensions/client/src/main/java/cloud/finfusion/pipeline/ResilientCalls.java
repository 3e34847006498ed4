package cloud.finfusion.pipeline;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
import dev.failsafe.spi.Scheduler;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/**
 * RETRY: makes the calls that Retrofit executes and gives each its loop. That there is another
 * round is decided when an attempt ends ({@link Attempts}); the policy only repeats while the
 * answer says so.
 */
final class ResilientCalls implements Call.Factory {
  private static final RetryPolicy<Answer> WHILE_THE_ANSWER_SAYS_SO =
      RetryPolicy.<Answer>builder()
          .handleResultIf(answer -> answer != null && answer.again())
          .handleIf(bug -> false) // or Failsafe would repeat what throws, without end
          .withMaxRetries(-1)
          .withDelay(Duration.ofNanos(1)) // zero would run in the attempt that just ended
          .build();

  private final OkHttpClient wire;
  private final Stamp stamp;
  private final Attempts attempts;
  private final Permits permits;
  private final Time time;
  private final Duration deadline;
  private final boolean ownsConnections;
  private final Scheduler scheduler;
  private final Set<ResilientCall> waiting = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  ResilientCalls(OkHttpClient wire, Stamp stamp, Permits permits, Watch watch, Settings settings) {
    this.wire = wire;
    this.stamp = stamp;
    this.permits = permits;
    this.time = settings.time();
    this.deadline = settings.deadline();
    this.ownsConnections = settings.httpClient() == null;
    this.attempts = new Attempts(wire, watch, settings);
    this.scheduler = new TimeScheduler(time);
  }

  @Override
  public ResilientCall newCall(Request request) {
    return new ResilientCall(this, request);
  }

  /** The loop of one call. */
  FailsafeExecutor<Answer> loop(ResilientCall call) {
    return Failsafe.with(List.of(WHILE_THE_ANSWER_SAYS_SO, new Gate(call, permits, time)))
        .with(scheduler);
  }

  Stamp stamp() {
    return stamp;
  }

  Attempts attempts() {
    return attempts;
  }

  Time time() {
    return time;
  }

  Duration deadline() {
    return deadline;
  }

  /** Refuses calls of a client that was closed, and remembers the others while they travel. */
  void enter(ResilientCall call) {
    waiting.add(call);
    if (closed) {
      waiting.remove(call);
      throw new IllegalStateException(
          "the client is closed. Make calls before close(), or make a new client");
    }
  }

  void leave(ResilientCall call) {
    waiting.remove(call);
  }

  /** Runs what a user wants told, off the thread that found it out. */
  void tell(Runnable user) {
    try {
      wire.dispatcher().executorService().execute(user);
    } catch (RejectedExecutionException closing) {
      user.run();
    }
  }

  void close() {
    closed = true;
    waiting.forEach(call -> call.stop(Stop.CLOSED));
    wire.dispatcher().executorService().shutdown();
    if (ownsConnections) {
      wire.connectionPool().evictAll();
    }
    time.close();
  }
}
