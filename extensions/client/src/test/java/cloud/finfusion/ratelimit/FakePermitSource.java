package cloud.finfusion.ratelimit;

import cloud.finfusion.spi.PermitSource;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A source that decides as the test says, and records what it is asked. */
public final class FakePermitSource implements PermitSource {
  private final List<String> calls = new CopyOnWriteArrayList<>();
  private volatile Supplier<? extends @Nullable CompletionStage<Reservation>> decision =
      () -> CompletableFuture.completedFuture(granted(Duration.ZERO, Duration.ZERO));

  /** Decides the next requests by the supplier. */
  public FakePermitSource decides(
      Supplier<? extends @Nullable CompletionStage<Reservation>> supplier) {
    decision = supplier;
    return this;
  }

  /** Decides the next requests with this reservation. */
  public FakePermitSource decides(Reservation reservation) {
    return decides(() -> CompletableFuture.completedFuture(reservation));
  }

  /** All calls of the source, in order. */
  public List<String> calls() {
    return List.copyOf(calls);
  }

  /** A permit that is ready after some time, and when used asks for more. */
  public Reservation granted(Duration readyIn, Duration more) {
    return new Decision(true, readyIn, more);
  }

  /** No permit for some time. */
  public Reservation refused(Duration readyIn) {
    return new Decision(false, readyIn, Duration.ZERO);
  }

  @Override
  @SuppressWarnings("NullAway") // what a careless source may do
  public CompletionStage<Reservation> reserve(String operation, Duration maxWait) {
    calls.add("reserve " + operation + " within " + maxWait.toNanos());
    return decision.get();
  }

  @Override
  public void pause(Duration time) {
    calls.add("pause " + time);
  }

  @Override
  public void sync(long remaining) {
    calls.add("sync " + remaining);
  }

  @Override
  public long remaining() {
    return 1;
  }

  @Override
  public Duration retryAfter() {
    return Duration.ZERO;
  }

  private final class Decision implements Reservation {
    private final boolean granted;
    private final Duration readyIn;
    private final Duration more;

    Decision(boolean granted, Duration readyIn, Duration more) {
      this.granted = granted;
      this.readyIn = readyIn;
      this.more = more;
    }

    @Override
    public boolean granted() {
      return granted;
    }

    @Override
    public Duration readyIn() {
      return readyIn;
    }

    @Override
    public Duration use() {
      calls.add("use");
      return more;
    }

    @Override
    public void release() {
      calls.add("release");
    }
  }
}
