package cloud.finfusion.redis;

import cloud.finfusion.spi.PermitSource;
import java.time.Duration;

/** There is no permit in time. */
record RefusedReservation(Duration readyIn) implements PermitSource.Reservation {
  @Override
  public boolean granted() {
    return false;
  }

  @Override
  public Duration use() {
    throw new IllegalStateException("refused");
  }

  @Override
  public void release() {}
}
