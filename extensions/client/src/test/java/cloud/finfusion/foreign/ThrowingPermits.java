package cloud.finfusion.foreign;

import cloud.finfusion.spi.PermitSource;
import cloud.finfusion.testing.Thrower;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A source that always has a permit, and throws in one of its methods or its reservations'. */
record ThrowingPermits(String method, Thrower thrower) implements PermitSource {
  private <T> T at(String name, T otherwise) {
    return name.equals(method) ? thrower.or(otherwise) : otherwise;
  }

  @Override
  public CompletionStage<Reservation> reserve(String operation, Duration maxWait) {
    Reservation reservation = at("reserve", new Permit());
    return method.equals("its stage")
        ? CompletableFuture.completedFuture(reservation).thenApply(thrower::or)
        : CompletableFuture.completedFuture(reservation);
  }

  @Override
  public void pause(Duration time) {
    at("pause", time);
  }

  @Override
  public void sync(long remaining) {
    at("sync", remaining);
  }

  @Override
  public long remaining() {
    return at("remaining", 1);
  }

  @Override
  public Duration retryAfter() {
    return at("retryAfter", Duration.ZERO);
  }

  private final class Permit implements Reservation {
    @Override
    public boolean granted() {
      return at("granted", true);
    }

    @Override
    public Duration readyIn() {
      return at("readyIn", Duration.ZERO);
    }

    @Override
    public Duration use() {
      return at("use", Duration.ZERO);
    }

    @Override
    public void release() {
      at("release", true);
    }
  }
}
