package cloud.finfusion.sandbox;

/**
 * The limits of one owner's requests.
 *
 * @param perMinute how many requests are refilled in a minute
 * @param burst how many requests the full bucket holds
 * @param maxConcurrent how many requests may run at the same time
 */
record QuotaLimits(int perMinute, int burst, int maxConcurrent) {}
