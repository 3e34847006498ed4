package cloud.finfusion.internal.wait;

import cloud.finfusion.call.CallOptions;
import cloud.finfusion.call.ResponseInfo;
import cloud.finfusion.call.WaitOptions;
import cloud.finfusion.internal.run.RunServices;
import cloud.finfusion.runtime.InvalidArgumentException;
import cloud.finfusion.runtime.OpenEnum;
import cloud.finfusion.spi.WaitOperation;
import dev.failsafe.Failsafe;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One wait. Failsafe repeats reads as long as they say "again"; the result is completed outside of
 * Failsafe, whose monitor would otherwise be held while continuations of the caller run.
 */
public final class StateWait<T> {
  private final WaitGoal<T> goal;
  private final RunServices services;
  private final WaitOptions options;
  private final Function<CallOptions, CompletableFuture<T>> read;
  private final WaitClock clock;
  private final LastRead<T> last;
  private final CompletableFuture<T> result = new CompletableFuture<>();
  private volatile Duration requested = Duration.ZERO;
  private volatile @Nullable Future<?> scheduled;
  private volatile @Nullable Future<?> reading;

  private StateWait(
      RunServices services, WaitOperation<T> operation, WaitGoal<T> goal, WaitOptions options) {
    this.goal = goal;
    this.services = services;
    this.options = options;
    this.read = operation.read();
    this.clock = new WaitClock(services, options.timeout());
    this.last = new LastRead<>(goal, clock);
  }

  /**
   * Makes a wait.
   *
   * @param states the states to wait for; none for any that is final
   * @throws InvalidArgumentException naming an argument that is null
   */
  public static <T> StateWait<T> of(
      RunServices services,
      WaitOperation<T> operation,
      WaitOptions options,
      OpenEnum<?>... states) {
    InvalidArgumentException.unlessPresent(operation.name() + " options", options);
    return new StateWait<>(services, operation, WaitGoal.of(operation, states), options);
  }

  /**
   * Starts the wait. Ending the future by {@code cancel}, {@code orTimeout} or {@code
   * completeExceptionally} ends the wait and its call.
   */
  public CompletableFuture<T> start() {
    var unused = result.whenComplete((resource, failure) -> stop());
    repeat();
    return result;
  }

  /** Starts the wait and blocks the caller until it ends. */
  public T join() {
    return new BlockingWait<>(this::start, last).join();
  }

  private void repeat() {
    var unused =
        Failsafe.with(ReadPolicy.of(options))
            .with(new ReadScheduler(services, this::delay, this::scheduled))
            .getStageAsync(this::readOnce);
  }

  private Duration delay(long backoff) {
    return clock.delay(backoff, requested);
  }

  private void scheduled(Future<?> next) {
    scheduled = next;
    if (result.isDone()) {
      next.cancel(false); // the wait ended before this read was known
    }
  }

  private void stop() {
    cancel(scheduled);
    cancel(reading);
  }

  private static void cancel(@Nullable Future<?> running) {
    if (running != null) {
      running.cancel(false);
    }
  }

  /** Returns whether to read again. */
  private CompletableFuture<Boolean> readOnce() {
    int reads = last.reads();
    if (reads > 0 && services.isClosed()) {
      return ended(last.cancelled("the client was closed during the wait."));
    }
    Duration left = clock.left(); // read once, as time passes between two readings
    if (left.compareTo(Duration.ZERO) <= 0) {
      return ended(last.timeout());
    }
    last.starts(reads + 1);
    try {
      return judged(read.apply(callOptions(left)));
    } catch (Throwable refused) {
      return ended(refused);
    }
  }

  private CompletableFuture<Boolean> ended(Throwable error) {
    result.completeExceptionally(error);
    return CompletableFuture.completedFuture(false);
  }

  /** A read has no more time than the wait, and tells the id of its request. */
  private CallOptions callOptions(Duration left) {
    CallOptions given = options.callOptions();
    Duration own = given.deadline();
    Duration deadline = own == null ? services.callDeadline() : own;
    Consumer<ResponseInfo> listener = given.onResponse();
    return given.toBuilder()
        .deadline(deadline.compareTo(left) < 0 ? deadline : left)
        .onResponse(listener == null ? last::responded : both(listener))
        .build();
  }

  private Consumer<ResponseInfo> both(Consumer<ResponseInfo> own) {
    return response -> {
      last.responded(response);
      own.accept(response);
    };
  }

  private CompletableFuture<Boolean> judged(CompletableFuture<T> call) {
    reading = call;
    if (result.isDone()) {
      call.cancel(false); // the wait ended before this call was known
    }
    return call.handle(
        (resource, failure) -> {
          judge(resource, failure);
          return !result.isDone();
        });
  }

  private void judge(@Nullable T resource, @Nullable Throwable failure) {
    try {
      if (failure == null) {
        judgeResource(Objects.requireNonNull(resource, "resource"));
      } else {
        judgeError(failure);
      }
    } catch (Throwable thrown) { // of the accessor of the state, or memory ran out
      result.completeExceptionally(thrown);
    }
  }

  private void judgeResource(T resource) {
    last.returned(resource);
    String state = goal.stateOf(resource);
    if (goal.isReached(state)) {
      result.complete(resource);
    } else if (state != null && goal.isMissed(state)) {
      result.completeExceptionally(last.unexpected(state));
    } else {
      goOnAfter(Duration.ZERO);
    }
  }

  private void judgeError(Throwable failure) {
    Throwable cause = failure.getCause();
    Throwable error = failure instanceof CompletionException && cause != null ? cause : failure;
    if (RequestedWait.goesOn(error)) {
      last.failed(error);
      goOnAfter(RequestedWait.of(error));
    } else {
      result.completeExceptionally(error);
    }
  }

  private void goOnAfter(Duration asked) {
    requested = asked;
    if (!clock.allowsRead(asked)) {
      result.completeExceptionally(last.timeout());
    }
  }
}
