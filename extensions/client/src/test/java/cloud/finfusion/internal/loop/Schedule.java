package cloud.finfusion.internal.loop;

import static cloud.finfusion.internal.loop.ScheduleOracle.check;

import cloud.finfusion.internal.call.HeldPermits;
import cloud.finfusion.internal.loop.RandomCall.Source;
import cloud.finfusion.internal.permit.AttemptEnd;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * A random call on a random schedule: a driver that takes steps, and a world that lets what was
 * asked for come at once, late or never, stops the call, and moves the clock.
 */
final class Schedule {
  private static final List<StopReason> STOPS =
      List.of(StopReason.CANCELLED, StopReason.INTERRUPTED, StopReason.DEADLINE, StopReason.CLOSED);
  private static final AttemptEnd ENDED = new AttemptEnd(200, false, true, null, null);

  private final SplittableRandom random;
  private final @Nullable List<String> trace;
  private final RandomCall call;
  private final SimulatedServer server;
  private final ExpectedEnd expected;
  private final ScheduleOracle oracle;
  private final CallLoop loop;
  private final HeldPermits held;
  private final List<CountedPermit> permits = new ArrayList<>();
  private @Nullable Runnable asked; // what comes of the last step, if it has not come yet
  private long now;

  /**
   * A schedule.
   *
   * @param trace gets a line for each step and each stop; null for none
   */
  Schedule(SplittableRandom random, @Nullable List<String> trace) {
    this.random = random;
    this.trace = trace;
    call = new RandomCall(random);
    server = new SimulatedServer(random, call.repeatable);
    expected = new ExpectedEnd(server);
    oracle = new ScheduleOracle(call, expected);
    loop = new CallLoop(call.rules(oracle));
    held = new HeldPermits(call.sources.size());
    now = call.startedAt;
  }

  /** Runs the call to its end; returns how it ended. */
  CallEnd run() {
    for (Step step = next(); step.kind() != Step.Kind.END; step = next()) {
      take(step);
      maybeStop(40);
    }
    held.releaseFrom(0);
    CallEnd end = Objects.requireNonNull(loop.end());
    expected.verify(end, oracle.sent());
    happens(); // too late
    everythingHappensAgain();
    check(end.equals(loop.end()), "it ends once");
    check(permits.stream().allMatch(CountedPermit::isEndedOnce), "each permit is ended once");
    return end;
  }

  private Step next() {
    Step step = loop.next(now);
    note(step);
    oracle.next(step, loop.held(), now);
    return step;
  }

  private void note(Object event) {
    if (trace != null) {
      trace.add("at " + (now - call.startedAt) + ": " + event);
    }
  }

  private void take(Step step) {
    switch (step.kind()) {
      case PAUSE -> now += random.nextInt(5) == 0 ? random.nextLong(step.nanos()) : over(step);
      case AWAIT -> await(step);
      case JOIN -> asks(this::joins);
      case RESERVE -> asks(() -> reserved(step.source()));
      case CONFIRM -> asks(this::confirms);
      case REFRESH -> asks(this::refreshes);
      case SEND -> asks(this::attemptEnds);
      case END -> throw new AssertionError("taken before");
      case NOTIFY -> throw new AssertionError("not of the loop");
    }
  }

  /** Sleepers oversleep, and a process may stand still. */
  private long over(Step step) {
    return step.nanos() + random.nextInt(random.nextInt(20) == 0 ? 20_000 : 5);
  }

  private void await(Step step) {
    switch (random.nextInt(8)) {
      case 0 -> now += over(step); // it does not come in time
      case 1 -> now += random.nextLong(step.nanos()); // woken for nothing
      default -> {
        now += random.nextInt(random.nextInt(4) == 0 ? 5000 : 300);
        happens();
      }
    }
  }

  private void asks(Runnable event) {
    asked = event;
    if (random.nextBoolean()) {
      happens();
    }
  }

  /** What was asked for comes, a stop perhaps just before. */
  private void happens() {
    Runnable event = asked;
    asked = null;
    if (event != null) {
      maybeStop(20);
      event.run();
    }
  }

  private void maybeStop(int oneIn) {
    if (random.nextInt(oneIn) == 0) {
      StopReason reason = STOPS.get(random.nextInt(STOPS.size()));
      note(reason);
      oracle.stopped(reason, loop.stop(reason));
    }
  }

  private void joins() {
    switch (random.nextInt(3)) {
      case 0 -> {
        oracle.readsAlone();
        loop.readsAlone();
      }
      case 1 -> loop.ownerGaveUp();
      default -> {
        boolean inTime = expected.joined();
        check(loop.joined(CallEnd.ofSharedSuccess()) == inTime, "a stop is faster than a join");
      }
    }
  }

  private void reserved(int source) {
    if (random.nextInt(10) == 0) {
      StopReason why = random.nextBoolean() ? StopReason.NO_PERMIT : StopReason.CIRCUIT_OPEN;
      expected.stopped(why);
      loop.permitRefused(why, Duration.ofNanos(1));
      return;
    }
    CountedPermit permit = new CountedPermit();
    permits.add(permit);
    long readyIn = call.sources.get(source) == Source.RATE ? wait(300) : 0;
    boolean taken = loop.permitGranted(readyIn, now);
    oracle.granted(taken, readyIn, now);
    if (taken) {
      held.hold(source, permit);
    } else {
      permit.release();
    }
  }

  /** None, some, or ages. */
  private long wait(int some) {
    return switch (random.nextInt(8)) {
      case 0, 1 -> random.nextInt(1, some);
      case 2 -> random.nextInt(1, 5000);
      case 3 -> random.nextInt(4) == 0 ? Long.MAX_VALUE : 0;
      default -> 0;
    };
  }

  /** As the driver does; only a plan ever delays. */
  private void confirms() {
    int rate = call.sources.indexOf(Source.RATE);
    long wait = rate < 0 ? 0 : wait(1000);
    if (wait > 0) {
      held.releaseFrom(rate + 1);
      oracle.delayed(rate, wait, now);
      loop.permitDelayed(rate, wait, now);
    } else {
      oracle.confirmed();
      loop.confirmed();
    }
  }

  private void refreshes() {
    boolean replaced = random.nextInt(3) != 0;
    oracle.refreshed(replaced, now);
    loop.refreshed(replaced, now);
  }

  private void attemptEnds() {
    AttemptResult result = server.next();
    note(result);
    held.attemptEnded(ENDED);
    oracle.attemptEnds(result, now);
    loop.attemptEnded(result, now);
    oracle.attemptEnded(loop.retryDelay(now));
  }

  /** After the end nothing is taken, and nothing changes. */
  private void everythingHappensAgain() {
    check(!loop.permitGranted(0, now), "no permit is taken after the end");
    check(!loop.stop(StopReason.CANCELLED), "nothing is cancelled after the end");
    check(loop.next(now + 1).equals(Step.END), "it stays ended");
    loop.permitRefused(StopReason.NO_PERMIT, Duration.ZERO);
    loop.permitDelayed(0, 1, now);
    loop.confirmed();
    loop.refreshed(true, now);
    loop.readsAlone();
    loop.ownerGaveUp();
    check(!loop.joined(CallEnd.ofSharedSuccess()), "nothing is joined after the end");
  }
}
