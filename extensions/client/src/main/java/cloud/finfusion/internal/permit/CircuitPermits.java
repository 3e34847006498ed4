package cloud.finfusion.internal.permit;

import cloud.finfusion.internal.time.Time;
import cloud.finfusion.retry.CircuitBreakerOptions;
import dev.failsafe.CircuitBreaker;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Refuses attempts while the server is down, but for one at a time that tries. Failsafe counts and
 * keeps the state; the clock is the client's, so Failsafe's own delay never ends.
 */
public final class CircuitPermits implements Permits {
  private static final Logger LOG = LoggerFactory.getLogger("cloud.finfusion");

  private static final Duration A_MOMENT = Duration.ofSeconds(1);
  private static final Duration NEVER = Duration.ofNanos(Long.MAX_VALUE);

  private final CircuitBreaker<Object> breaker; // guarded by this
  private final long openFor;
  private final Time time;
  private volatile long failedAt;

  /**
   * A circuit that is closed.
   *
   * @param onState called with {@code open}, {@code half-open} and {@code closed}
   */
  public CircuitPermits(CircuitBreakerOptions options, Time time, Consumer<String> onState) {
    this.openFor = options.openFor().toNanos();
    this.time = time;
    this.breaker =
        CircuitBreaker.builder()
            .withFailureThreshold(options.failures())
            .withSuccessThreshold(1)
            .withDelay(NEVER)
            .onOpen(
                event -> {
                  LOG.warn("the circuit is open for {}", options.openFor());
                  onState.accept("open");
                })
            .onHalfOpen(event -> onState.accept("half-open"))
            .onClose(
                event -> {
                  LOG.info("the circuit is closed, calls go on");
                  onState.accept("closed");
                })
            .build();
  }

  @Override
  public String name() {
    return "circuit";
  }

  @Override
  public synchronized CompletableFuture<Permit> reserve(String operation, long maxWait) {
    if (breaker.isOpen() && untilTrial() <= 0) {
      breaker.halfOpen();
    }
    return CompletableFuture.completedFuture(
        breaker.tryAcquirePermit() ? new CircuitPermit(breaker.isHalfOpen()) : refusal());
  }

  /**
   * Refuses while it is clear that the circuit would, and takes nothing: asked before the plan, so
   * that nobody waits for a permit to be told that the server is down.
   */
  public Permits earlyCheck() {
    return new Permits() {
      @Override
      public CompletableFuture<Permit> reserve(String operation, long maxWait) {
        return isClearlyOpen() ? CompletableFuture.completedFuture(refusal()) : Permit.NOTHING_HELD;
      }

      @Override
      public String name() {
        return CircuitPermits.this.name();
      }
    };
  }

  private synchronized boolean isClearlyOpen() {
    return breaker.isOpen() ? untilTrial() > 0 : breaker.isHalfOpen();
  }

  /** While another tries, nobody knows; a moment, so that who obeys does not spin. */
  private Refusal refusal() {
    long wait = Math.max(A_MOMENT.toNanos(), untilTrial());
    return new Refusal(Refusal.Reason.CIRCUIT, Duration.ofNanos(wait));
  }

  private long untilTrial() {
    return failedAt + openFor - time.nanos();
  }

  private synchronized void ended(boolean trial, AttemptEnd end) {
    if (!trial && !breaker.isClosed()) {
      return; // what started before the circuit opened says nothing of the server now
    }
    if (end.failed()) {
      failedAt = time.nanos(); // before the breaker opens, which counts from here
      breaker.recordFailure();
    } else if (end.status() > 0) {
      breaker.recordSuccess();
    } else {
      abandoned(trial);
    }
  }

  /** A trial without a result would hold all others back; the next may try at once. */
  private synchronized void abandoned(boolean trial) {
    if (trial) {
      breaker.open();
    }
  }

  private final class CircuitPermit implements Permit {
    private final boolean trial;

    CircuitPermit(boolean trial) {
      this.trial = trial;
    }

    @Override
    public void release() {
      abandoned(trial);
    }

    @Override
    public void attemptEnded(AttemptEnd end) {
      ended(trial, end);
    }
  }
}
