package cloud.finfusion.internal.loop;

/**
 * The rules of one call, fixed at its start. Times are nanoseconds of the client's clock.
 *
 * @param startedAt when the call started
 * @param deadlineAt when the call's time is over
 * @param reserve how much of the budget a wait for a permit has to leave for the attempt
 * @param sources how many sources of permits the call asks, one after the other
 * @param joins whether the call may share the exchange of an equal read
 * @param joinsAfter how many permits the call holds when it looks for an equal read: 1 if it needs
 *     a token first, else 0
 * @param refreshable whether the call may be tried with another token after a 401
 * @param retries whether and when there is another attempt
 */
public record CallRules(
    long startedAt,
    long deadlineAt,
    long reserve,
    int sources,
    boolean joins,
    int joinsAfter,
    boolean refreshable,
    RetryPlan retries) {}
