package cloud.finfusion.ratelimit;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts the calls that wait for permits, and notifies the listener once each time permits run out,
 * on a thread of its own.
 */
final class LimitNotifier {
  private static final Logger LOG = LoggerFactory.getLogger("cloud.finfusion");

  private static final String NAME = "finfusion-limit"; // inherits no caller's values

  private final long limit;
  private final @Nullable Consumer<LimitReached> listener;
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicBoolean notified = new AtomicBoolean();

  LimitNotifier(long limit, @Nullable Consumer<LimitReached> listener) {
    this.limit = limit;
    this.listener = listener;
  }

  /** A permit was free at once, so the next shortage is a new one. */
  void reset() {
    if (notified.get()) {
      notified.set(false);
    }
  }

  void waitStarted() {
    waiting.incrementAndGet();
  }

  void waitEnded() {
    waiting.decrementAndGet();
  }

  void notifyOnce(Duration wait) {
    if (listener != null && notified.compareAndSet(false, true)) {
      LimitReached event = new LimitReached(wait, limit, waiting.get());
      Thread thread = new Thread(null, () -> run(listener, event), NAME, 0, false);
      thread.setDaemon(true);
      thread.start();
    }
  }

  private static void run(Consumer<LimitReached> listener, LimitReached event) {
    try {
      listener.accept(event);
    } catch (Throwable thrown) {
      log(thrown);
    }
  }

  private static void log(Throwable thrown) {
    LOG.warn("onLimitReached threw {}, which is ignored", thrown.getClass().getName());
  }
}
