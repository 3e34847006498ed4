package cloud.finfusion.internal.loop;

/**
 * What a call does next.
 *
 * @param kind what to do
 * @param nanos for PAUSE the length, for AWAIT the most, for RESERVE how long the call can wait for
 *     the permit, for NOTIFY how long it waited
 * @param source for RESERVE and NOTIFY the source of permits
 * @param at for PAUSE the time at which it is over, for RESERVE the time now
 */
public record Step(Kind kind, long nanos, int source, long at) {
  /**
   * The kinds of steps. PAUSE ends by itself; AWAIT ends by an event, at the latest at the
   * deadline.
   */
  public enum Kind {
    /** Join an equal read in flight, or become the read that others join. */
    JOIN,
    /** Ask a source for its permit. */
    RESERVE,
    /** Notify the listeners that a permit came after a wait. */
    NOTIFY,
    /** Use the held permits. */
    CONFIRM,
    /** Notify the credential that its token was refused. */
    REFRESH,
    PAUSE,
    AWAIT,
    SEND,
    END
  }

  static final Step JOIN = new Step(Kind.JOIN, 0, 0, 0);
  static final Step CONFIRM = new Step(Kind.CONFIRM, 0, 0, 0);
  static final Step REFRESH = new Step(Kind.REFRESH, 0, 0, 0);
  static final Step SEND = new Step(Kind.SEND, 0, 0, 0);
  static final Step END = new Step(Kind.END, 0, 0, 0);

  static Step pause(long nanos, long until) {
    return new Step(Kind.PAUSE, nanos, 0, until);
  }

  static Step await(long nanos) {
    return new Step(Kind.AWAIT, nanos, 0, 0);
  }

  static Step reserve(int source, long maxWait, long now) {
    return new Step(Kind.RESERVE, maxWait, source, now);
  }

  public static Step notice(int source, long waited) {
    return new Step(Kind.NOTIFY, waited, source, 0);
  }
}
