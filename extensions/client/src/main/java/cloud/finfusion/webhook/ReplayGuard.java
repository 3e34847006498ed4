package cloud.finfusion.webhook;

import java.time.Duration;

/**
 * Remembers which events were handled, so that each is handled once however often it is delivered.
 * Needed as one of your own when several machines receive the same events: then all of them share a
 * store. Implementations are thread-safe; {@link #claim} decides atomically.
 */
public interface ReplayGuard {
  /**
   * Returns a guard in this program's memory.
   *
   * @param events how many handled events it remembers at most, then the oldest goes; 1 to
   *     10,000,000; some 150 bytes each
   * @param time for how long it remembers one; longer than the sender goes on to repeat
   * @throws cloud.finfusion.runtime.InvalidArgumentException if one is out of bounds
   */
  static ReplayGuard inMemory(int events, Duration time) {
    return new MemoryReplayGuard(events, time, System::nanoTime);
  }

  /**
   * Claims an event for the caller, who has to end it by {@link #handled} or {@link #release}. A
   * shared store lets a claim run out after a while, as the one who has it may have died.
   */
  Claim claim(String eventId);

  /** The claimed event was handled, for ever. */
  void handled(String eventId);

  /** The event was not handled after all: its next delivery is as its first. */
  void release(String eventId);

  /** Whose an event is. */
  enum Claim {
    /** The caller's, who has to handle it. */
    YOURS,
    /** Another's, who is still at it; nobody knows yet how that ends. */
    TAKEN,
    /** Nobody's any more; it was handled. */
    HANDLED
  }
}
