package cloud.finfusion.verification.generators;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Our lines beside stock's of several specifications, counted in one way. */
final class LineShares {
  private static final double MOST = 100;
  private static final double MEDIAN = 65;

  private final String counted;
  private final Table table;
  private final List<Double> ofMedian = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  LineShares(String counted) {
    this.counted = counted;
    table = new Table(counted, "stock", "ours", "share");
  }

  /** Adds a specification, which counts in the median or not. */
  void add(String specification, long stock, long ours, boolean inMedian) {
    double share = 100.0 * ours / stock;
    table.row(specification, stock, ours, Math.round(share) + " %");
    if (inMedian) {
      ofMedian.add(share);
    }
    if (share > MOST) {
      problems.add(
          "%s: expected no more %s than stock's, got %.0f %%"
              .formatted(specification, counted, share));
    }
  }

  /** Those that have more lines than stock's, and a median that is too large. */
  List<String> problems() {
    Stream<String> tooLarge =
        median() > MEDIAN
            ? Stream.of(
                "expected a median of at most 65 %% of stock's %s, got %.1f %%"
                    .formatted(counted, median()))
            : Stream.empty();
    return Stream.concat(problems.stream(), tooLarge).toList();
  }

  private double median() {
    List<Double> sorted = ofMedian.stream().sorted().toList();
    return sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2);
  }

  @Override
  public String toString() {
    return "%smedian: %.0f %%%n".formatted(table, median());
  }
}
