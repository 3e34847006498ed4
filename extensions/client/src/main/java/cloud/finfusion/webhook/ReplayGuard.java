package cloud.finfusion.webhook;

import java.time.Duration;

/**
 * Remembers which events were handled, so that each event is handled once however often it is
 * delivered. Several machines that receive the same events have to share a store: that of the
 * artifact {@code finfusion-redis}, or an implementation of your own. Implementations are
 * thread-safe; {@link #claim} decides atomically.
 */
public interface ReplayGuard {
  /**
   * Returns a guard that remembers events in this program's memory.
   *
   * @param events how many handled events are remembered at most, after which the oldest is
   *     forgotten; 1 to 10,000,000; some 150 bytes each
   * @param time for how long an event is remembered; longer than the sender repeats it
   * @throws cloud.finfusion.runtime.InvalidArgumentException if an argument is out of bounds
   */
  static ReplayGuard inMemory(int events, Duration time) {
    return new MemoryReplayGuard(events, time, System::nanoTime);
  }

  /**
   * Claims an event for the caller, who has to end the claim by {@link #handled} or {@link
   * #release}. A shared store lets claims expire, since the machine that holds one may have died.
   */
  Claim claim(String eventId);

  /** Ends a claim: the event was handled and is not to be handled again. */
  void handled(String eventId);

  /** Ends a claim: the event was not handled, and its next delivery may be claimed again. */
  void release(String eventId);

  /** The result of a claim. */
  enum Claim {
    /** The caller holds the claim and has to handle the event. */
    CLAIMED,
    /** Another thread or machine holds the claim and has not ended it. */
    IN_PROGRESS,
    /** The event was handled before. */
    HANDLED
  }
}
