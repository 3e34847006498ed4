package cloud.finfusion.internal.permit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * At most so many attempts on the wire at once; the others wait in the order in which they came,
 * each within its deadline.
 */
public final class ConcurrencyPermits implements Permits {
  private final Deque<CompletableFuture<Permit>> waiting = new ArrayDeque<>(); // guarded by this
  private int free; // guarded by this
  private boolean handing; // guarded by this

  /** So many permits. */
  public ConcurrencyPermits(int most) {
    this.free = most;
  }

  @Override
  public String name() {
    return "concurrency";
  }

  @Override
  public synchronized CompletableFuture<Permit> reserve(String operation, long maxWait) {
    CompletableFuture<Permit> asked = new CompletableFuture<>();
    if (free > 0 && waiting.isEmpty()) { // one that is being handed over is not free
      free--;
      asked.complete(new Slot());
    } else {
      waiting.add(asked);
    }
    return asked;
  }

  /** Returns how many are neither held nor promised. */
  public synchronized int free() {
    return free;
  }

  /**
   * Takes a slot back and hands it to the next who waits. One that is gone releases it at once, so
   * the slot is handed on in a loop and not by recursion: twenty thousand may be gone.
   */
  private void released() {
    if (!startHanding()) {
      return;
    }
    CompletableFuture<Permit> next = nextToHave();
    while (next != null) {
      next.complete(new Slot());
      next = nextToHave();
    }
  }

  private synchronized boolean startHanding() {
    free++;
    if (handing) {
      return false;
    }
    handing = true;
    return true;
  }

  private synchronized @Nullable CompletableFuture<Permit> nextToHave() {
    if (free == 0 || waiting.isEmpty()) {
      handing = false;
      return null;
    }
    free--;
    return waiting.poll();
  }

  private final class Slot implements Permit {
    private final AtomicBoolean held = new AtomicBoolean(true);

    @Override
    public void release() {
      if (held.compareAndSet(true, false)) {
        released();
      }
    }

    @Override
    public void attemptEnded(AttemptEnd end) {
      release();
    }
  }
}
