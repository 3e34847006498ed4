package cloud.finfusion.redis;

import java.time.Duration;

/** By how many more than its burst and rate a plan was exceeded in any stretch of time. */
final class Excess {
  private final double perNano;
  private final long burst;
  private long count;
  private double least;
  private double most;

  Excess(Plan plan) {
    perNano = (double) plan.limit() / Duration.ofNanos(plan.period() * 1000).toNanos();
    burst = plan.burst();
  }

  void started(long now) {
    double before = count - perNano * now;
    least = Math.min(least, before);
    count++;
    most = Math.max(most, before + 1 - least - burst);
  }

  long most() {
    return (long) Math.ceil(most);
  }
}
