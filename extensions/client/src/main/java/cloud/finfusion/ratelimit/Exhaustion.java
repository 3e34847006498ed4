package cloud.finfusion.ratelimit;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who waits for permits, and who is told when they run out: once each time, off the call's path.
 */
final class Exhaustion {
  private static final Logger LOG = LoggerFactory.getLogger("cloud.finfusion");

  private final long limit;
  private final @Nullable Consumer<LimitReached> listener;
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicBoolean told = new AtomicBoolean();

  Exhaustion(long limit, @Nullable Consumer<LimitReached> listener) {
    this.limit = limit;
    this.listener = listener;
  }

  /** A permit was there at once. */
  void over() {
    told.set(false);
  }

  void waits() {
    waiting.incrementAndGet();
  }

  void waited() {
    waiting.decrementAndGet();
  }

  void reached(long wait) {
    if (listener != null && told.compareAndSet(false, true)) {
      LimitReached event = new LimitReached(Duration.ofNanos(wait), limit, waiting.get());
      var unused =
          CompletableFuture.runAsync(() -> listener.accept(event)).exceptionally(Exhaustion::log);
    }
  }

  private static @Nullable Void log(Throwable failure) {
    LOG.warn("onLimitReached threw {}", failure.getClass().getName());
    return null;
  }
}
