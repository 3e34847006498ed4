package cloud.finfusion.sandbox;

import cloud.finfusion.sandbox.internal.auth.QuotaLimits;

/**
 * The rate limit of each API key: a token bucket of {@code burst} requests that is refilled at a
 * rate per minute, and a limit of concurrent requests.
 *
 * @param perMinute how many requests are refilled in a minute, 1 to 1,000,000
 * @param burst how many requests the full bucket holds, 1 to 1,000,000
 * @param maxConcurrent how many requests may run at the same time, 1 to 1,000,000
 */
public record Plan(int perMinute, int burst, int maxConcurrent) {
  private static final int MAX = 1_000_000;

  /** The plan Standard: 100 requests a minute, burst 150. */
  public static final Plan STANDARD = of(100, 150);

  /** The plan High Volume: 1000 requests a minute, burst 1500. */
  public static final Plan HIGH_VOLUME = of(1000, 1500);

  /** Checks the numbers. */
  public Plan {
    require("perMinute", perMinute);
    require("burst", burst);
    require("maxConcurrent", maxConcurrent);
  }

  /** A plan with these limits, and at most 1,000,000 concurrent requests. */
  public static Plan of(int perMinute, int burst) {
    return new Plan(perMinute, burst, MAX);
  }

  /**
   * This plan with a limit of concurrent requests; beyond it a request fails with RATE002.
   * FinFusion documents that there is such a limit, but no number.
   */
  public Plan withMaxConcurrent(int requests) {
    return new Plan(perMinute, burst, requests);
  }

  QuotaLimits limits() {
    return new QuotaLimits(perMinute, burst, maxConcurrent);
  }

  private static void require(String name, int value) {
    if (value < 1 || value > MAX) {
      throw new IllegalArgumentException(name + " is 1 to " + MAX + ", not " + value);
    }
  }
}
