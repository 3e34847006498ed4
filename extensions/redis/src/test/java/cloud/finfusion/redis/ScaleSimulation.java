package cloud.finfusion.redis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * A thousand instances at one bucket, on a clock that the simulation moves: calls come at random, a
 * round trip takes 0.5 to 1.5 ms. Leases and the plan's arithmetic are those of the limiter.
 */
final class ScaleSimulation {
  static final int INSTANCES = 1000;
  static final Plan PLAN = new Plan(300_000, TimeUnit.MINUTES.toMicros(1), 7_500); // 5,000 a second
  private static final long SECONDS = 20;
  private static final long SECOND = Duration.ofSeconds(1).toNanos();
  private static final long END = SECONDS * SECOND;
  private static final long MICROSECOND = 1000;

  /** How the calls come. */
  enum Calls {
    HALF("50 % of the plan, at random", 0.5),
    MOST("90 % of the plan, at random", 0.9),
    TOO_MANY("150 % of the plan, at random", 1.5),
    /** The worst: each instance takes a lease, and all use theirs just before it ends. */
    IN_STEP("each second all at once", 0);

    final String text;
    final double load;

    Calls(String text, double load) {
      this.text = text;
      this.load = load;
    }
  }

  private final PriorityQueue<Event> events =
      new PriorityQueue<>(Comparator.comparingLong(Event::at));
  private final List<Lease> leases = new ArrayList<>();
  private final Random random;
  private final Calls kind;
  private final int leaseSize;
  private final Excess excess = new Excess(PLAN);
  private long now;
  private long units = PLAN.capacity();
  private long unitsAt;
  private long calls;
  private long started;
  private long requests;

  private ScaleSimulation(Calls kind, int leaseSize, long seed) {
    this.random = new Random(seed);
    this.kind = kind;
    this.leaseSize = leaseSize;
  }

  /** What happens at a time. */
  private record Event(long at, Runnable what) {}

  /**
   * What came of a run.
   *
   * @param calls how they come
   * @param leaseSize how many permits an instance takes at once
   * @param requestsPerSecond to Redis
   * @param withoutRoundTrip the share of the started calls
   * @param refused the share of the calls
   * @param excess by how many more than the plan allows were started in some stretch of time
   */
  record Result(
      Calls calls,
      int leaseSize,
      long requestsPerSecond,
      double withoutRoundTrip,
      double refused,
      long excess) {}

  static Result run(Calls kind, int leaseSize, long seed) {
    ScaleSimulation simulation = new ScaleSimulation(kind, leaseSize, seed);
    simulation.run();
    return new Result(
        kind,
        leaseSize,
        simulation.requests / SECONDS,
        1 - (double) simulation.requests / Math.max(1, simulation.started + simulation.refused()),
        (double) simulation.refused() / simulation.calls,
        simulation.excess.most());
  }

  private long refused() {
    return calls - started;
  }

  private void run() {
    for (int instance = 0; instance < INSTANCES; instance++) {
      Lease lease = new Lease(leaseSize, () -> now);
      leases.add(lease);
      if (kind == Calls.IN_STEP) {
        inStep(lease);
      } else {
        later(gap(), () -> callAgain(lease));
      }
    }
    for (Event next = events.poll(); next != null && next.at < END; next = events.poll()) {
      now = next.at;
      next.what.run();
    }
  }

  private void inStep(Lease lease) {
    for (long second = 1; second < SECONDS; second += 2) {
      later(SECOND * second, () -> call(lease));
      for (int permit = 1; permit <= leaseSize; permit++) {
        later(SECOND * second + SECOND * 99 / 100, () -> call(lease));
      }
    }
  }

  private long gap() {
    double mean = SECOND * 60.0 / (PLAN.limit() * kind.load / INSTANCES);
    return (long) (-Math.log(1 - random.nextDouble()) * mean);
  }

  private void later(long nanos, Runnable what) {
    events.add(new Event(now + nanos, what));
  }

  private void callAgain(Lease lease) {
    later(gap(), () -> callAgain(lease));
    call(lease);
  }

  private void call(Lease lease) {
    calls++;
    if (lease.take()) {
      start();
      return;
    }
    int asked = lease.ask();
    int returned = lease.expired();
    long way = MICROSECOND * (250 + random.nextInt(500));
    later(way, () -> request(lease, asked, returned, way));
  }

  private void request(Lease lease, int asked, int returned, long way) {
    requests++;
    units = PLAN.refilled(units, (now - unitsAt) / MICROSECOND);
    unitsAt = now;
    units = Math.min(PLAN.capacity(), units + returned * PLAN.period());
    int granted = (int) Math.min(asked, units / PLAN.period());
    units -= granted * PLAN.period();
    later(way, () -> response(lease, asked, granted));
  }

  private void response(Lease lease, int asked, int granted) {
    lease.ended(asked, granted);
    if (granted > 0) {
      start();
    }
  }

  private void start() {
    started++;
    excess.started(now);
  }
}
