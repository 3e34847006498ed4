package cloud.finfusion.pipeline;

import cloud.finfusion.metrics.RetryRecord;
import cloud.finfusion.retry.RetryBudget;
import cloud.finfusion.retry.RetryDecision;
import cloud.finfusion.retry.RetryDecision.End;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * One trip over the wire. The answer's body is read into memory at once: that gives the connection
 * back before any wait, and makes a body that was cut off an attempt that failed.
 */
final class Attempts {
  private final OkHttpClient wire;
  private final RetryDecision decision;
  private final RetryBudget budget;
  private final Watch watch;
  private final Settings settings;

  Attempts(OkHttpClient wire, Watch watch, Settings settings) {
    this.wire = wire;
    this.decision = new RetryDecision(settings.retry(), settings.random());
    this.budget = settings.retry().newBudget();
    this.watch = watch;
    this.settings = settings;
  }

  Answer make(ResilientCall call, Request request) {
    Call trip = trip(call, request);
    call.onStop(() -> end(call, trip));
    try {
      return ended(
          call,
          Answer.of(Bodies.inMemory(call.journey(), trip.execute(), settings.maxAnswerBytes())));
    } catch (IOException failure) {
      if (Thread.currentThread().isInterrupted()) {
        call.stop(Stop.INTERRUPTED);
      }
      return ended(call, Answer.of(failure));
    } catch (RuntimeException | LinkageError | AssertionError bug) {
      return ended(call, Answer.of(Fence.threw(bug))); // of what a user's own client brought along
    }
  }

  CompletableFuture<Answer> start(ResilientCall call, Request request) {
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    AtomicBoolean over = new AtomicBoolean(); // a trip that was stopped fails too, later
    Consumer<Answer> end =
        came -> {
          if (over.compareAndSet(false, true)) {
            answer.complete(ended(call, came));
          }
        };
    Call trip = trip(call, request);
    call.onStop(
        () -> {
          if (end(call, trip)) {
            end.accept(Answer.of(new IOException("stopped")));
          }
        });
    trip.enqueue(
        new Callback() {
          @Override
          public void onResponse(Call ignored, Response response) {
            try {
              end.accept(
                  Answer.of(Bodies.inMemory(call.journey(), response, settings.maxAnswerBytes())));
            } catch (IOException failure) {
              onFailure(ignored, failure);
            }
          }

          @Override
          public void onFailure(Call ignored, IOException failure) {
            end.accept(Answer.of(failure));
          }
        });
    return answer;
  }

  /** Ends what is on the wire, unless it is the client that closes: then it may finish. */
  private static boolean end(ResilientCall call, Call trip) {
    boolean now = call.stopped() != Stop.CLOSED;
    if (now) {
      trip.cancel();
    }
    return now;
  }

  private Call trip(ResilientCall call, Request request) {
    Journey journey = call.journey();
    if (journey.nextAttempt() == 1) {
      budget.callMade();
    }
    Duration own = journey.options().timeout();
    long timeout = (own == null ? settings.timeout() : own).toNanos();
    Call trip = wire.newCall(request);
    trip.timeout().timeout(Math.max(1, Math.min(timeout, remaining(call))), TimeUnit.NANOSECONDS);
    return trip;
  }

  private long remaining(ResilientCall call) {
    return call.deadlineAt() - settings.time().nanos();
  }

  /** Decides what the attempt's end means for the call. */
  private Answer ended(ResilientCall call, Answer answer) {
    note(call, answer);
    if (call.stopped() == null && credentialReplaced(call, answer)) {
      return again(call, answer, Duration.ZERO);
    }
    boolean hopeless = answer.failure() instanceof JourneyException;
    Duration wait = hopeless ? null : decision.after(attempt(call, answer));
    Stop stop = call.stopped();
    if (stop != null && (answer.response() == null || wait != null)) {
      return Answer.of(stop); // there is no answer, or none that a call which goes on would take
    }
    return wait == null || !budget.payRetry() ? answer : again(call, answer, wait);
  }

  /** A 401 whose credential has another token now: refused, so nothing was done. */
  private boolean credentialReplaced(ResilientCall call, Answer answer) {
    Journey journey = call.journey();
    boolean refused = answer.response() != null && answer.response().code() == 401;
    if (!refused || !journey.operation().signed() || !journey.mayReplaceCredential()) {
      return false;
    }
    journey.replacesCredential();
    try {
      return settings.credential().refused(journey.token());
    } catch (RuntimeException failure) {
      return false; // the 401 says more
    }
  }

  private void note(ResilientCall call, Answer answer) {
    Journey journey = call.journey();
    if (answer.response() != null) {
      journey.answered(answer.response());
    }
    if (mayBeDone(journey, answer)) {
      journey.markMaybeDone();
    }
    if (call.stopped() == null && answer.response() == null && remaining(call) <= 0) {
      call.stop(Stop.DEADLINE);
    }
    Stop stop = call.stopped();
    call.permit().ended(stop == null || answer.response() != null ? answer : Answer.of(stop));
  }

  private Answer again(ResilientCall call, Answer answer, Duration wait) {
    Journey journey = call.journey();
    watch.retrying(
        new RetryRecord(journey.operation().name(), journey.attempts(), answer.label(), wait));
    Answer again = answer.againAt(settings.time().nanos() + wait.toNanos());
    call.wait(again);
    return again;
  }

  private boolean mayBeDone(Journey journey, Answer answer) {
    return answer.response() == null
        ? journey.sent()
        : Outcomes.mayBeDone(
            answer.response().code(),
            journey.idempotencyKey() != null,
            retryAfter(answer.response()) != null);
  }

  private RetryDecision.Attempt attempt(ResilientCall call, Answer answer) {
    Journey journey = call.journey();
    Response response = answer.response();
    return new RetryDecision.Attempt(
        journey.attempts(),
        end(journey, answer),
        response == null ? 0 : response.code(),
        journey.repeatable(),
        journey.idempotencyKey() != null,
        response == null ? null : retryAfter(response),
        Duration.ofNanos(remaining(call)));
  }

  private @Nullable Duration retryAfter(Response response) {
    return WaitAsked.by(response, settings.time().now());
  }

  private static End end(Journey journey, Answer answer) {
    if (answer.response() != null) {
      return End.ANSWERED;
    }
    if (journey.sent()) {
      return End.BROKEN;
    }
    boolean hopeless =
        answer.failure() instanceof SSLException || answer.failure() instanceof ProxyLoginException;
    return hopeless ? End.NOT_SECURE : End.NOT_SENT;
  }
}
