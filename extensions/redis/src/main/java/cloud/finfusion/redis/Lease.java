package cloud.finfusion.redis;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Permits that an instance took before it needs them, so that most of its calls need no round trip.
 * They can be used for a second; the rest is returned with the next request. Thread-safe.
 */
final class Lease {
  /** A decision of this project: it bounds how old permits may be that are used together. */
  private static final long TIME = Duration.ofSeconds(1).toNanos();

  private final int size;
  private final LongSupplier clock;
  private int permits; // guarded by this
  private long until; // guarded by this
  private boolean asking; // guarded by this

  /**
   * Makes an empty lease.
   *
   * @param size how many permits are taken at once; 1 for none in advance
   */
  Lease(int size, LongSupplier clock) {
    this.size = size;
    this.clock = clock;
  }

  /** Takes one of the permits, if there is one. */
  synchronized boolean take() {
    if (permits == 0 || clock.getAsLong() - until >= 0) {
      return false;
    }
    permits--;
    return true;
  }

  /** Returns how many permits to ask for: several only for one request at a time. */
  synchronized int ask() {
    if (asking || size == 1) {
      return 1;
    }
    asking = true;
    return size;
  }

  /** Returns how many permits were not used in time, and forgets them. */
  synchronized int expired() {
    int unused = permits > 0 && clock.getAsLong() - until >= 0 ? permits : 0;
    permits -= unused;
    return unused;
  }

  /** A request ended; all but the first of the granted permits are for later. */
  synchronized void ended(int asked, int granted) {
    if (asked > 1) {
      asking = false;
    }
    if (granted > 1) {
      permits += granted - 1;
      until = clock.getAsLong() + TIME;
    }
  }

  synchronized int permits() {
    return permits;
  }
}
