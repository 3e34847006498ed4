package cloud.finfusion.stress;

import cloud.finfusion.spi.PermitSource;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A plan behind a network: its permits come late, or are refused, or fail. */
final class LatePermits implements PermitSource, AutoCloseable {
  static final String THREAD = "late-permits";

  private final PermitSource plan;
  private final Chance chance;
  private final PermitCount count = new PermitCount();
  private final ScheduledExecutorService network =
      Executors.newScheduledThreadPool(2, task -> new Thread(task, THREAD));

  LatePermits(PermitSource plan, Chance chance) {
    this.plan = plan;
    this.chance = chance;
  }

  PermitCount count() {
    return count;
  }

  @Override
  @SuppressWarnings("NullAway") // a null is one of the faults
  public @Nullable CompletionStage<Reservation> reserve(String operation, Duration maxWait) {
    chance.mayThrow(200);
    if (chance.oneIn(200)) {
      return null;
    }
    CompletableFuture<Reservation> asked = new CompletableFuture<>();
    if (chance.oneIn(3)) {
      decide(asked, operation, maxWait);
    } else {
      long late = chance.nanos(chance.oneIn(200) ? 50 : 2);
      var unused =
          network.schedule(() -> decide(asked, operation, maxWait), late, TimeUnit.NANOSECONDS);
    }
    return asked;
  }

  private void decide(CompletableFuture<Reservation> asked, String operation, Duration maxWait) {
    if (chance.oneIn(50)) {
      asked.completeExceptionally(new IOException());
    } else if (chance.oneIn(50)) {
      asked.complete(new NoPermit());
    } else {
      Reservation reserved = plan.reserve(operation, maxWait).toCompletableFuture().join();
      asked.complete(reserved.granted() ? new Counted(reserved) : reserved);
    }
  }

  @Override
  public void pause(Duration time) {
    plan.pause(time);
  }

  @Override
  public void sync(long remaining) {
    plan.sync(remaining);
  }

  @Override
  public long remaining() {
    return plan.remaining();
  }

  @Override
  public Duration retryAfter() {
    return plan.retryAfter();
  }

  @Override
  public void close() {
    network.shutdown();
  }

  private record NoPermit() implements Reservation {
    @Override
    public boolean granted() {
      return false;
    }

    @Override
    public Duration readyIn() {
      return Duration.ofMillis(1);
    }

    @Override
    public Duration use() {
      throw new IllegalStateException("refused");
    }

    @Override
    public void release() {}
  }

  /** A permit that was granted, may have to be waited for, and throws after it did its work. */
  private final class Counted implements Reservation {
    private final Reservation reservation;
    private final PermitCount.Permit permit = count.granted();

    Counted(Reservation reservation) {
      this.reservation = reservation;
    }

    @Override
    public boolean granted() {
      return true;
    }

    @Override
    public Duration readyIn() {
      chance.mayThrow(300);
      return chance.oneIn(4) ? Duration.ofNanos(chance.nanos(2)) : Duration.ZERO;
    }

    @Override
    public Duration use() {
      if (chance.oneIn(20)) {
        return Duration.ofNanos(chance.nanos(1)); // as if a pause had begun
      }
      Duration wait = reservation.use();
      permit.used();
      chance.mayThrow(300);
      return wait;
    }

    @Override
    public void release() {
      permit.released();
      reservation.release();
      chance.mayThrow(300);
    }
  }
}
