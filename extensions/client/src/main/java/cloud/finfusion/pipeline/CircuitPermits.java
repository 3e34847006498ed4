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

  private static final Duration A_MOMENT = Duration.ofSeconds(1);
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

  private synchronized boolean passes() {
    if (breaker.isOpen() && untilTrial() <= 0) {
      breaker.halfOpen();
    }
    return breaker.tryAcquirePermit();
  }

  private long untilTrial() {
    return failedAt + openFor - time.nanos();
  }

  private static boolean isFailure(Answer answer) {
    return answer.response() == null
        ? answer.stop() == Stop.DEADLINE || broken(answer)
        : answer.response().code() >= 500;
  }

  private static boolean broken(Answer answer) {
    return answer.failure() != null && !(answer.failure() instanceof JourneyException);
  }

  private final class Passage implements Permit {
    private boolean taken;
    private boolean trial;

    @Override
    public long next(long longest) {
      synchronized (CircuitPermits.this) {
        if (taken && !trial && !breaker.isClosed()) {
          taken = false; // it was let in before the server went down
        }
        if (!taken) {
          taken = passes();
          trial = taken && breaker.isHalfOpen();
        }
        return taken ? 0 : REFUSED;
      }
    }

    @Override
    public Stop refusal() {
      return Stop.CIRCUIT_OPEN;
    }

    /** While another tries, nobody knows; a moment, so that who obeys does not spin. */
    @Override
    public Duration retryAfter() {
      return Duration.ofNanos(Math.max(A_MOMENT.toNanos(), untilTrial()));
    }

    @Override
    public void giveBack() {
      synchronized (CircuitPermits.this) {
        abandoned();
        taken = false;
      }
    }

    @Override
    public void ended(Answer answer) {
      synchronized (CircuitPermits.this) {
        if (!taken || !(trial || breaker.isClosed())) {
          return; // what started before the trial says nothing of it
        }
        if (isFailure(answer)) {
          failedAt = time.nanos(); // before the breaker opens, which counts from here
          breaker.recordFailure();
        } else if (answer.response() != null) {
          breaker.recordSuccess();
        } else {
          abandoned();
        }
        taken = false;
      }
    }

    /** A trial without a result would hold all others back; the next may try at once. */
    private void abandoned() {
      if (taken && trial) {
        breaker.open();
      }
    }
  }
}
