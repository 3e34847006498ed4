package cloud.finfusion.pipeline;

import cloud.finfusion.runtime.Operation;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * At most so many attempts on the wire at once; the others wait in the order in which they came,
 * each within its deadline.
 */
final class ConcurrentPermits implements Permits {
  private final Set<Place> waiting = new LinkedHashSet<>();

  /** What a thread that wakes one has to wake after it. */
  private static final ThreadLocal<@Nullable Deque<Runnable>> WAKING = new ThreadLocal<>();

  private int free;

  ConcurrentPermits(int most) {
    this.free = most;
  }

  @Override
  public Permit ofAttempt(Operation operation, Runnable wake) {
    return new Place(wake);
  }

  private synchronized boolean taken(Place place) {
    if (!place.held && free > 0) {
      free--;
      place.held = true;
    }
    if (!place.held) {
      waiting.add(place);
    }
    return place.held;
  }

  /**
   * Wakes the next outside the lock, for it may start an attempt; and after this one is through,
   * for a call that is refused wakes the next in its turn.
   */
  private void left(Place place) {
    Runnable next = handedOver(place);
    Deque<Runnable> others = WAKING.get();
    if (others != null) {
      others.add(next);
      return;
    }
    Deque<Runnable> own = new ArrayDeque<>();
    WAKING.set(own);
    try {
      for (Runnable each = next; each != null; each = own.poll()) {
        each.run();
      }
    } finally {
      WAKING.remove();
    }
  }

  private synchronized Runnable handedOver(Place place) {
    waiting.remove(place);
    if (!place.held) {
      return () -> {};
    }
    place.held = false;
    Iterator<Place> first = waiting.iterator();
    if (!first.hasNext()) {
      free++;
      return () -> {};
    }
    Place next = first.next();
    first.remove();
    next.held = true;
    return next.wake;
  }

  private final class Place implements Permit {
    private final Runnable wake;
    private boolean held; // guarded by the permits

    Place(Runnable wake) {
      this.wake = wake;
    }

    @Override
    public long next(long longest) {
      if (taken(this)) {
        return 0;
      }
      return longest > 0 ? longest : REFUSED;
    }

    @Override
    public Stop refusal() {
      return Stop.DEADLINE;
    }

    @Override
    public Duration retryAfter() {
      return Duration.ZERO;
    }

    @Override
    public void giveBack() {
      left(this);
    }

    @Override
    public void ended(Answer answer) {
      left(this);
    }
  }
}
