package cloud.finfusion.sandbox;

/**
 * How many requests each API key may make: {@code burst} at once after a rest, then as many as come
 * back in a minute; of these so many at the same time.
 *
 * @param perMinute how many come back in a minute, 1 to 1,000,000
 * @param burst how many may be made at once, 1 to 1,000,000
 * @param maxConcurrent how many may be under way at the same time, 1 to 1,000,000
 */
public record Plan(int perMinute, int burst, int maxConcurrent) {
  private static final int MOST = 1_000_000;

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

  /** A plan of your own, with 1,000,000 requests under way at most. */
  public static Plan of(int perMinute, int burst) {
    return new Plan(perMinute, burst, MOST);
  }

  /**
   * This plan with fewer requests at the same time; one too many is refused with RATE002. That
   * there is such a limit is documented, a number is not.
   */
  public Plan withMaxConcurrent(int requests) {
    return new Plan(perMinute, burst, requests);
  }

  private static void require(String name, int value) {
    if (value < 1 || value > MOST) {
      throw new IllegalArgumentException(name + " is 1 to " + MOST + ", not " + value);
    }
  }
}
