package cloud.finfusion.internal.loop;

/**
 * What the loop of a call is given at its start. Times are nanoseconds of the client's clock.
 *
 * @param startedAt when the call started
 * @param deadlineAt when its budget of time is over
 * @param reserve how much of the budget a wait for a permit has to leave for the attempt
 * @param sources how many sources of permits it asks, one after the other
 * @param joins whether it may share the exchange of an equal read
 * @param joinsAfter how many permits it holds when it looks for an equal read: 1 where a token has
 *     to be there first, else 0
 * @param refreshable whether a 401 may be answered by another token
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
