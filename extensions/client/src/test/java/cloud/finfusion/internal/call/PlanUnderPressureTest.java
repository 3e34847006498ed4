package cloud.finfusion.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.internal.loop.AttemptResult;
import cloud.finfusion.internal.loop.CallLoop;
import cloud.finfusion.internal.loop.CallRules;
import cloud.finfusion.internal.loop.RetryPlan;
import cloud.finfusion.internal.loop.Step;
import cloud.finfusion.internal.loop.StopReason;
import cloud.finfusion.internal.permit.AttemptEnd;
import cloud.finfusion.internal.permit.Permit;
import cloud.finfusion.internal.permit.Permits;
import cloud.finfusion.internal.permit.RatePermits;
import cloud.finfusion.ratelimit.RateLimiter;
import cloud.finfusion.ratelimit.Reservations;
import java.time.Duration;
import java.util.Comparator;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Many callers who share a plan use all of it, in a model that has its own clock. */
class PlanUnderPressureTest {
  private static final long MILLI = Duration.ofMillis(1).toNanos();
  private static final long DEADLINE = 3000 * MILLI;
  private static final long SECONDS = 60;
  private static final int RATE = 20;

  private record Event(long at, long number, Runnable task) {}

  private final Random random = new Random(250);
  private final PriorityQueue<Event> events =
      new PriorityQueue<>(Comparator.comparingLong(Event::at).thenComparingLong(Event::number));
  private final RateLimiter limiter =
      RateLimiter.builder().maxRequests(RATE * 60).burst(RATE).clock(this::now).build();
  private final Permits permits = new RatePermits(Reservations.source(limiter));
  private final AttemptTimes times = new AttemptTimes();
  private long now;
  private long number;
  private int served;
  private int sent;

  private long now() {
    return now;
  }

  private void at(long time, Runnable task) {
    events.add(new Event(time, number++, task));
  }

  private long upTo(long millis) {
    return (long) (random.nextDouble() * millis * MILLI);
  }

  @ParameterizedTest(
      name = "D1 {0} callers, {1} of 100 calls cancelled, attempts of {2} ms: at most 5 % unused")
  @CsvSource({
    "250, 0, 20",
    "250, 30, 20",
    "60, 0, 20",
    "60, 30, 20",
    "250, 0, 400",
    "250, 30, 400",
    "60, 30, 1000"
  })
  void usesThePlan(int callers, int cancelled, int quickest) {
    run(callers, cancelled, at -> quickest * MILLI);

    assertThat(sent).isLessThanOrEqualTo((int) (RATE * SECONDS) + RATE);
    assertThat(served).isGreaterThanOrEqualTo((int) (RATE * SECONDS * 0.95));
  }

  @Test
  @DisplayName("D1 a server that becomes slow, so that all attempts are cut off: used again soon")
  void aServerThatBecomesSlow() {
    run(250, 0, at -> at < 10_000 * MILLI ? 20 * MILLI : 800 * MILLI);

    assertThat(served).isGreaterThanOrEqualTo((int) (RATE * SECONDS * 0.9));
  }

  private void run(int callers, int cancelled, LongUnaryOperator quickest) {
    for (int i = 0; i < callers; i++) {
      at(upTo(100), () -> new Caller(cancelled, quickest).call());
    }
    while (!events.isEmpty() && events.peek().at() < SECONDS * 1000 * MILLI) {
      Event next = events.poll();
      now = Math.max(now, next.at());
      next.task().run();
    }
  }

  /** Makes one call after the other, each by the loop of the client. */
  private final class Caller {
    private final int cancelled;
    private final LongUnaryOperator quickest;
    private CallLoop loop = loop();
    private @Nullable Permit permit;
    private long deadlineAt;

    Caller(int cancelled, LongUnaryOperator quickest) {
      this.cancelled = cancelled;
      this.quickest = quickest;
    }

    private CallLoop loop() {
      RetryPlan never =
          new RetryPlan() {
            @Override
            public long delay(AttemptResult result, int retries, long left) {
              return NEVER;
            }

            @Override
            public boolean pay() {
              return false;
            }
          };
      return new CallLoop(
          new CallRules(now, deadlineAt, times.reserve(DEADLINE), 1, false, 0, false, never));
    }

    void call() {
      deadlineAt = now + DEADLINE;
      CallLoop mine = loop();
      loop = mine;
      if (random.nextInt(100) < cancelled) {
        at(now + upTo(2000), () -> cancel(mine));
      }
      step(mine);
    }

    private void cancel(CallLoop call) {
      if (call == loop && !call.stop(StopReason.CANCELLED)) {
        step(call);
      }
    }

    private void step(CallLoop call) {
      if (call != loop) {
        return;
      }
      Step step = call.next(now);
      switch (step.kind()) {
        case RESERVE -> reserve(step.nanos());
        case CONFIRM -> confirm();
        case PAUSE -> at(now + step.nanos() + upTo(5), () -> step(call)); // woken late
        case SEND -> send();
        case END -> end();
        default -> {}
      }
    }

    private void reserve(long longest) {
      Permit asked = permits.reserve("payments.create", longest).join();
      if (asked.refusal() != null) {
        loop.permitRefused(StopReason.NO_PERMIT, Duration.ZERO);
      } else {
        permit = asked;
        loop.permitGranted(asked.readyIn(), now);
      }
      step(loop);
    }

    private void confirm() {
      long wait = Objects.requireNonNull(permit).use();
      if (wait > 0) {
        loop.permitDelayed(0, wait, now);
      } else {
        loop.confirmed();
      }
      step(loop);
    }

    private void send() {
      sent++;
      CallLoop call = loop;
      long end = now + quickest.applyAsLong(now) + upTo(200);
      boolean inTime = end < deadlineAt;
      long took = Math.min(end, deadlineAt) - now;
      at(now + took, () -> attemptEnded(call, inTime, took));
    }

    private void attemptEnded(CallLoop call, boolean inTime, long took) {
      if (inTime) {
        times.took(took);
      } else {
        times.cutOff(took);
      }
      Objects.requireNonNull(permit).attemptEnded(new AttemptEnd(200, false, true, null, null));
      permit = null;
      served += inTime ? 1 : 0;
      call.attemptEnded(new AttemptResult(200, true, false, false, false, null, null), now);
      step(call);
    }

    private void end() {
      if (permit != null) {
        permit.release();
        permit = null;
      }
      at(now + MILLI + upTo(200), this::call);
    }
  }
}
