package cloud.finfusion.ratelimit;

import java.time.Duration;

/**
 * Permits ran out. Notified once each time that happens, not for each call that waits.
 *
 * @param retryAfter the time until the next permit
 * @param limit how many requests the plan allows in its period
 * @param waiting how many calls wait for a permit
 */
public record LimitReached(Duration retryAfter, long limit, int waiting) {}
