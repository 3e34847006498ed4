package cloud.finfusion.sandbox.internal.auth;

/**
 * The limits of one owner's requests.
 *
 * @param perMinute how many requests are refilled in a minute
 * @param burst how many requests the full bucket holds
 * @param maxConcurrent how many requests may run at the same time
 */
public record QuotaLimits(int perMinute, int burst, int maxConcurrent) {}
