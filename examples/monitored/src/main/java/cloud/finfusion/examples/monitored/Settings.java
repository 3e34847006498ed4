package cloud.finfusion.examples.monitored;

/**
 * What the program is started with.
 *
 * @param port of the endpoint; 0 for any
 * @param seconds how long to run; 0 for until it is stopped
 */
record Settings(int port, int seconds) {
  private static final int MAX_PORT = 65_535;

  /**
   * Reads the port and the seconds.
   *
   * @throws IllegalArgumentException saying in one sentence what was expected
   */
  static Settings parse(String... args) {
    if (args.length != 2) {
      throw new IllegalArgumentException("expected a port and how many seconds to run");
    }
    return new Settings(
        number("port", args[0], MAX_PORT), number("seconds", args[1], Integer.MAX_VALUE));
  }

  private static int number(String name, String value, int max) {
    try {
      int number = Integer.parseInt(value);
      if (number >= 0 && number <= max) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // the same sentence
    }
    throw new IllegalArgumentException(
        name + ": expected a number from 0 to " + max + ", got " + value);
  }
}
