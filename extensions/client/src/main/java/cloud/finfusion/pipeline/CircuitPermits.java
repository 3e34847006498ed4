package cloud.finfusion.pipeline;

import cloud.finfusion.retry.CircuitBreakerOptions;
import cloud.finfusion.runtime.Operation;
import dev.failsafe.CircuitBreaker;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Refuses attempts while the server is down, but for one at a time that tries. Failsafe counts and
 * keeps the state; the clock is ours, so Failsafe's own delay never ends.
 */
final class CircuitPermits implements Permits {
  private static final Logger LOG = LoggerFactory.getLogger("cloud.finfusion");

  private static final Duration NEVER = Duration.ofNanos(Long.MAX_VALUE);

  private final CircuitBreaker<Answer> breaker;
  private final long openFor;
  private final Time time;
  private volatile long failedAt;

  CircuitPermits(CircuitBreakerOptions options, Time time) {
    this.openFor = options.openFor().toNanos();
    this.time = time;
    this.breaker =
        CircuitBreaker.<Answer>builder()
            .withFailureThreshold(options.failures())
            .withSuccessThreshold(1)
            .withDelay(NEVER)
            .onOpen(event -> LOG.warn("the circuit is open for {}", options.openFor()))
            .onClose(event -> LOG.info("the circuit is closed, calls go on"))
            .build();
  }

  @Override
  public Permit ofAttempt(Operation operation, Runnable wake) {
    return new Passage();
  }

  private boolean passes() {
    if (breaker.isOpen() && untilTrial() <= 0) {
      breaker.halfOpen();
    }
    return breaker.tryAcquirePermit();
  }

  private long untilTrial() {
    return failedAt + openFor - time.nanos();
  }

  private void failed() {
    failedAt = time.nanos(); // before the breaker opens, which counts from here
    breaker.recordFailure();
  }

  private void ended(Answer answer) {
    if (answer.response() != null && answer.response().code() < 500) {
      breaker.recordSuccess();
    } else if (answer.response() != null || answer.stop() == Stop.DEADLINE || broken(answer)) {
      failed();
    } else {
      abandoned();
    }
  }

  private static boolean broken(Answer answer) {
    return answer.failure() != null && !(answer.failure() instanceof JourneyException);
  }

  /** Says nothing of the server; but a trial without a result would hold all others back. */
  private void abandoned() {
    if (breaker.isHalfOpen()) {
      failed();
    }
  }

  private final class Passage implements Permit {
    private boolean taken;

    @Override
    public synchronized long next(long longest) {
      taken = taken ? !breaker.isOpen() : passes();
      return taken ? 0 : REFUSED;
    }

    @Override
    public Stop refusal() {
      return Stop.CIRCUIT_OPEN;
    }

    @Override
    public Duration retryAfter() {
      return Duration.ofNanos(Math.max(0, untilTrial()));
    }

    @Override
    public synchronized void giveBack() {
      if (taken) {
        taken = false;
        abandoned();
      }
    }

    @Override
    public void ended(Answer answer) {
      CircuitPermits.this.ended(answer);
    }
  }
}
