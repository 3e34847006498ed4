package cloud.finfusion.webhook;

import cloud.finfusion.internal.check.Checks;
import cloud.finfusion.runtime.InvalidArgumentException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Handled events are kept in the order of handling, so that the oldest and the expired ones are at
 * the start. Claims in progress are kept separately: never evicted, at most one per thread.
 */
final class MemoryReplayGuard implements ReplayGuard {
  private static final int MOST = 10_000_000;
  private static final Duration LONGEST = Duration.ofDays(365);

  private final int events;
  private final long nanos;
  private final LongSupplier clock;
  private final Set<String> taken = new HashSet<>();
  private final Map<String, Long> handledAt = new LinkedHashMap<>();

  MemoryReplayGuard(int events, Duration time, LongSupplier clock) {
    Checks.within("events", events, 1, MOST);
    InvalidArgumentException.unlessPresent("time", time);
    if (time.isNegative() || time.isZero() || time.compareTo(LONGEST) > 0) {
      throw new InvalidArgumentException(
          "time", "expected more than zero and at most 365 days, got " + time);
    }
    this.events = events;
    this.nanos = time.toNanos();
    this.clock = clock;
  }

  @Override
  public synchronized Claim claim(String eventId) {
    forgetExpired();
    if (handledAt.containsKey(eventId)) {
      return Claim.HANDLED;
    }
    return taken.add(eventId) ? Claim.CLAIMED : Claim.IN_PROGRESS;
  }

  @Override
  public synchronized void handled(String eventId) {
    taken.remove(eventId);
    handledAt.remove(eventId); // moves the event to the end
    handledAt.put(eventId, clock.getAsLong());
    if (handledAt.size() > events) {
      handledAt.remove(handledAt.keySet().iterator().next());
    }
  }

  @Override
  public synchronized void release(String eventId) {
    taken.remove(eventId);
    handledAt.remove(eventId);
  }

  private void forgetExpired() {
    long now = clock.getAsLong();
    Iterator<Long> oldestFirst = handledAt.values().iterator();
    while (oldestFirst.hasNext() && now - oldestFirst.next() >= nanos) {
      oldestFirst.remove();
    }
  }
}
