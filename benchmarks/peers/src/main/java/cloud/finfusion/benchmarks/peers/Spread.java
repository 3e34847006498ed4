package cloud.finfusion.benchmarks.peers;

import java.util.Arrays;

/** Where the middle half of some figures lies. */
record Spread(double lower, double median, double upper) {
  static Spread of(double[] figures) {
    double[] sorted = figures.clone();
    Arrays.sort(sorted);
    return new Spread(at(sorted, 1), at(sorted, 2), at(sorted, 3));
  }

  private static double at(double[] sorted, int quarter) {
    return sorted[(sorted.length - 1) * quarter / 4];
  }
}
