package cloud.finfusion.verification.specdiff;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A version of the SDK; what follows the three numbers, as {@code -SNAPSHOT}, does not count. */
public record Version(int major, int minor, int patch) implements Comparable<Version> {
  private static final Pattern NUMBERS = Pattern.compile("(\\d+)\\.(\\d+)\\.(\\d+)(-.*)?");
  private static final Comparator<Version> ORDER =
      Comparator.comparingInt(Version::major)
          .thenComparingInt(Version::minor)
          .thenComparingInt(Version::patch);

  /** Reads three numbers, as {@code 0.1.0}. */
  public static Version of(String text) {
    Matcher numbers = NUMBERS.matcher(text);
    if (!numbers.matches()) {
      throw new IllegalArgumentException(
          "version: expected three numbers, as 0.1.0, got " + text + ".");
    }
    return new Version(
        Integer.parseInt(numbers.group(1)),
        Integer.parseInt(numbers.group(2)),
        Integer.parseInt(numbers.group(3)));
  }

  /**
   * The lowest version in which a change may be released. Below 1.0.0 the second number stands for
   * what breaks, and the third for all else, as most tools that resolve versions have it.
   */
  public Version after(Change change) {
    Change step = major == 0 && change != Change.NONE ? beforeOne(change) : change;
    return switch (step) {
      case NONE -> this;
      case PATCH -> new Version(major, minor, patch + 1);
      case MINOR -> new Version(major, minor + 1, 0);
      case MAJOR -> new Version(major + 1, 0, 0);
    };
  }

  private static Change beforeOne(Change change) {
    return change == Change.MAJOR ? Change.MINOR : Change.PATCH;
  }

  @Override
  public int compareTo(Version other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + patch;
  }
}
