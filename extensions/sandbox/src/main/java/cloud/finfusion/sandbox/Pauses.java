package cloud.finfusion.sandbox;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Pauses that end at once when the sandbox closes. */
final class Pauses {
  private final CountDownLatch closing = new CountDownLatch(1);

  void pause(Duration duration) {
    try {
      if (closing.await(duration.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new ApiError(503, "The sandbox is closing.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ApiError(503, "The sandbox is closing.");
    }
  }

  void close() {
    closing.countDown();
  }
}
