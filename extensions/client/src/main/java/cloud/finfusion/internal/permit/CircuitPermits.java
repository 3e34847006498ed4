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
 * Refuses attempts while the server is down, except for one trial at a time. Failsafe counts
 * failures and keeps the state; the delay is measured by the client's clock, so Failsafe's own
 * delay is set to never end.
 */
public final class CircuitPermits implements Permits {
  private static final Logger LOG = LoggerFactory.getLogger("cloud.finfusion");

  private static final Duration A_MOMENT = Duration.ofSeconds(1);
  private static final Duration NEVER = Duration.ofNanos(Long.MAX_VALUE);

  private final CircuitBreaker<Object> breaker; // guarded by this
  private final long openFor;
  private final Time time;

  /** The permit of all attempts but trials: it has no state of its own. */
  private final CompletableFuture<Permit> ordinary =
      CompletableFuture.completedFuture(new CircuitPermit(false));

  private volatile long failedAt;

  /**
   * Makes a closed circuit.
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
    if (!breaker.tryAcquirePermit()) {
      return CompletableFuture.completedFuture(refusal());
    }
    return breaker.isHalfOpen()
        ? CompletableFuture.completedFuture(new CircuitPermit(true))
        : ordinary;
  }

  /**
   * Returns a source that refuses attempts while the circuit is certain to refuse them, and takes
   * no permit. It is asked before the plan, so that no call waits for a permit only to be refused
   * by the circuit.
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

  /**
   * Makes a refusal. While a trial is under way, the time until the next one is not known; a second
   * keeps callers that obey it from spinning.
   */
  private PermitRefusal refusal() {
    long wait = Math.max(A_MOMENT.toNanos(), untilTrial());
    return new PermitRefusal(PermitRefusal.Reason.CIRCUIT, Duration.ofNanos(wait));
  }

  private long untilTrial() {
    return failedAt + openFor - time.nanos();
  }

  private synchronized void ended(boolean trial, AttemptEnd end) {
    if (!trial && !breaker.isClosed()) {
      return; // an attempt that started before the circuit opened proves nothing of the server now
    }
    if (end.failed()) {
      failedAt = time.nanos(); // before the breaker opens, as the delay counts from here
      breaker.recordFailure();
    } else if (end.status() > 0) {
      breaker.recordSuccess();
    } else {
      abandoned(trial);
    }
  }

  /**
   * Ends a trial without a result, which would hold all others back: the next attempt may try at
   * once.
   */
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

    /** The first byte proves that the server is up: the others need not wait for the last one. */
    @Override
    public boolean isHeldByBody() {
      return !trial;
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
