package cloud.finfusion.ratelimit;

import cloud.finfusion.internal.guard.Guard;
import cloud.finfusion.spi.PermitSource;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;

/** Wraps a source: counts the waits for its permits and notifies when they run out. */
record NotifyingPermits(PermitSource source, LimitNotifier notifier) implements PermitSource {
  @Override
  public CompletionStage<Reservation> reserve(String operation, Duration maxWait) {
    CompletableFuture<Reservation> asked = source.reserve(operation, maxWait).toCompletableFuture();
    return asked.isDone() && !asked.isCompletedExceptionally()
        ? completed(asked)
        : asked.thenApply(this::observed);
  }

  /** Most permits are free at once and need no wrapper. */
  private CompletionStage<Reservation> completed(CompletableFuture<Reservation> asked) {
    Reservation reservation = asked.join();
    Reservation observed = observed(reservation);
    return observed == reservation ? asked : CompletableFuture.completedFuture(observed);
  }

  /**
   * A source that throws while it is observed loses no permit: the call that reserved it handles
   * the exception too.
   */
  private Reservation observed(Reservation reservation) {
    Reservation observed = Guard.get("a permit source", () -> notified(reservation));
    return observed == null ? reservation : observed;
  }

  private Reservation notified(Reservation reservation) {
    Duration wait = reservation.readyIn();
    if (reservation.granted() && wait.isZero()) {
      notifier.reset();
      return reservation;
    }
    if (reservation.granted()) {
      notifier.waitStarted();
    }
    notifier.notifyOnce(wait);
    return reservation.granted() ? new Waiting(reservation) : reservation;
  }

  @Override
  public void pause(Duration time) {
    source.pause(time);
  }

  @Override
  public void sync(long remaining) {
    source.sync(remaining);
  }

  @Override
  public long remaining() {
    return source.remaining();
  }

  @Override
  public Duration retryAfter() {
    return source.retryAfter();
  }

  @Override
  public PermitSource account(String id) {
    return source.account(id);
  }

  @Override
  public boolean degraded() {
    return source.degraded();
  }

  /** A reservation that waits until it is used or released. */
  private final class Waiting implements Reservation {
    private final Reservation reservation;
    private final AtomicBoolean waits = new AtomicBoolean(true);

    Waiting(Reservation reservation) {
      this.reservation = reservation;
    }

    @Override
    public boolean granted() {
      return true;
    }

    @Override
    public Duration readyIn() {
      return reservation.readyIn();
    }

    @Override
    public Duration use() {
      Duration wait = reservation.use();
      if (wait.isZero()) {
        waitEnded();
      }
      return wait;
    }

    @Override
    public void release() {
      waitEnded();
      reservation.release();
    }

    private void waitEnded() {
      if (waits.compareAndSet(true, false)) {
        notifier.waitEnded();
      }
    }
  }
}
