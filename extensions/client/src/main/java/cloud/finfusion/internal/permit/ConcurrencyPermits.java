package cloud.finfusion.internal.permit;

import cloud.finfusion.internal.guard.Guard;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Limits how many attempts are on the wire at once. The others wait in order of arrival, each
 * within its deadline.
 */
public final class ConcurrencyPermits implements Permits {
  /** Waiting requests in order of arrival; guarded by this. */
  private final Set<CompletableFuture<Permit>> waiting = new LinkedHashSet<>();

  private int free; // guarded by this
  private boolean handing; // guarded by this

  /** Starts with this many free slots. */
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
    if (free > 0 && waiting.isEmpty()) { // a slot that is being handed over is not free
      free--;
      asked.complete(new Slot());
    } else {
      waiting.add(asked);
    }
    return asked;
  }

  /** Returns how many slots are neither held nor being handed over. */
  public synchronized int free() {
    return free;
  }

  @Override
  @SuppressWarnings("CollectionUndefinedEquality") // identity is meant
  public synchronized void forget(CompletableFuture<Permit> asked) {
    waiting.remove(asked);
  }

  /**
   * Frees a slot and hands it to the next waiting call. A call that was refused meanwhile releases
   * the slot at once, so slots are handed on in a loop: a chain of thousands of such calls must not
   * recurse.
   */
  private void released(Slot slot) {
    boolean hands = startHanding(slot);
    while (hands) {
      hands = handNext();
    }
  }

  /**
   * Hands a slot to the next waiting call, behind the guard, so that an exception stops no other
   * call.
   */
  private boolean handNext() {
    CompletableFuture<Permit> next = nextToHave();
    if (next != null) {
      Guard.run("a call that waits", () -> next.complete(new Slot()));
    }
    return next != null;
  }

  private synchronized boolean startHanding(Slot slot) {
    if (!slot.held) {
      return false;
    }
    slot.held = false;
    free++;
    boolean starts = !handing;
    handing = true;
    return starts;
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
    private boolean held = true; // guarded by ConcurrencyPermits.this

    @Override
    public boolean isHeldByBody() {
      return true;
    }

    @Override
    public void release() {
      released(this);
    }

    @Override
    public void attemptEnded(AttemptEnd end) {
      release();
    }
  }
}
