package cloud.finfusion.internal.permit;

import cloud.finfusion.internal.guard.Guard;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * At most so many attempts on the wire at once; the others wait in the order in which they came,
 * each within its deadline.
 */
public final class ConcurrencyPermits implements Permits {
  /** In the order in which they came; guarded by this. */
  private final Set<CompletableFuture<Permit>> waiting = new LinkedHashSet<>();

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

  @Override
  @SuppressWarnings("CollectionUndefinedEquality") // the same one is meant
  public synchronized void forget(CompletableFuture<Permit> asked) {
    waiting.remove(asked);
  }

  /**
   * Takes a slot back and hands it to the next who waits. One that wants it no more releases it at
   * once, so the slot is handed on in a loop and not by recursion: twenty thousand may do so.
   */
  private void released() {
    boolean hands = startHanding();
    while (hands) {
      hands = handNext();
    }
  }

  /** Whatever comes of it, the slots go on to those who wait. */
  private boolean handNext() {
    CompletableFuture<Permit> next = nextToHave();
    if (next != null) {
      Guard.run("a call that waits", () -> next.complete(new Slot()));
    }
    return next != null;
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
    Iterator<CompletableFuture<Permit>> longest = waiting.iterator();
    CompletableFuture<Permit> next = longest.next();
    longest.remove();
    return next;
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
