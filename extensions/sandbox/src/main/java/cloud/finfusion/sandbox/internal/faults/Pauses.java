package cloud.finfusion.sandbox.internal.faults;

import cloud.finfusion.sandbox.internal.http.ApiError;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Pauses that end at once when the sandbox closes. */
public final class Pauses {
  private final CountDownLatch closing = new CountDownLatch(1);

  public void pause(Duration duration) {
    try {
      if (closing.await(duration.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new ApiError(503, "The sandbox is closing.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ApiError(503, "The sandbox is closing.");
    }
  }

  public void close() {
    closing.countDown();
  }
}
