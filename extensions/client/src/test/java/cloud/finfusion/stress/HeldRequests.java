package cloud.finfusion.stress;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Holds requests at the server, if it has to, and counts those that are there at once. */
final class HeldRequests {
  private final AtomicInteger now = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private volatile CountDownLatch release = new CountDownLatch(0);

  /** From now on each request stays until they are released. */
  void hold() {
    most.set(0);
    release = new CountDownLatch(1);
  }

  void release() {
    release.countDown();
  }

  void pass() throws InterruptedException {
    most.accumulateAndGet(now.incrementAndGet(), Math::max);
    release.await();
    now.decrementAndGet();
  }

  /** How many were there at once since they are held. */
  int most() {
    return most.get();
  }
}
