package cloud.finfusion.ratelimit;

import java.time.Duration;

/**
 * Permits ran out. Told once each time it happens, not for every call that waits.
 *
 * @param retryAfter when the next permit comes
 * @param limit how many requests the plan allows in its period
 * @param waiting how many calls wait for a permit
 */
public record LimitReached(Duration retryAfter, long limit, int waiting) {}
