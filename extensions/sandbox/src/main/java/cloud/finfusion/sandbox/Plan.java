package cloud.finfusion.sandbox;

/**
 * How many requests each API key may make: {@code burst} at once after a rest, then as many as come
 * back in a minute.
 *
 * @param perMinute how many come back in a minute, 1 to 1,000,000
 * @param burst how many may be made at once, 1 to 1,000,000
 */
public record Plan(int perMinute, int burst) {
  /** The plan Standard: 100 requests a minute, burst 150. */
  public static final Plan STANDARD = of(100, 150);

  /** The plan High Volume: 1000 requests a minute, burst 1500. */
  public static final Plan HIGH_VOLUME = of(1000, 1500);

  private static final int MOST = 1_000_000;

  /** Checks the numbers. */
  public Plan {
    require("perMinute", perMinute);
    require("burst", burst);
  }

  /** A plan of your own. */
  public static Plan of(int perMinute, int burst) {
    return new Plan(perMinute, burst);
  }

  private static void require(String name, int value) {
    if (value < 1 || value > MOST) {
      throw new IllegalArgumentException(name + " is 1 to " + MOST + ", not " + value);
    }
  }
}
