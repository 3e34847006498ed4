package cloud.finfusion.redis;

/**
 * A message of {@code change.lua}.
 *
 * @param before the number of the change before
 * @param number the number of the change
 * @param change the change
 */
record ChangeMessage(long before, long number, Change change) {
  private static final int PARTS = 3;

  static ChangeMessage of(String text) {
    String[] parts = text.split(" ", PARTS);
    return new ChangeMessage(
        Long.parseLong(parts[0]), Long.parseLong(parts[1]), Change.of(parts[2]));
  }
}
