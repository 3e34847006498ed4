package cloud.finfusion.verification.generators;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * Our lines beside stock's, of what follows from a specification: models and interfaces. The
 * runtime that either brings once stands apart.
 */
final class CodeShare {
  /** Where there are fewer, the models of parameters, which stock has not, outweigh all others. */
  private static final long FEW_MODELS = 20;

  private static final double MOST = 100;
  private static final double MEDIAN = 65;

  private final StockLines stock;
  private final Table table = new Table("lines of models and interfaces", "stock", "ours", "share");
  private final List<Double> shares = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  CodeShare(StockLines stock) {
    this.stock = stock;
  }

  /** Adds a specification, if stock's lines are known of it: counting takes its time. */
  void add(String specification, long models, LongSupplier counted) {
    Long ofStock = stock.bySpecification().get(specification);
    if (ofStock != null) {
      long lines = counted.getAsLong();
      double share = 100.0 * lines / ofStock;
      table.row(specification, ofStock, lines, Math.round(share) + " %");
      if (models >= FEW_MODELS) {
        shares.add(share);
      }
      if (share > MOST) {
        problems.add(
            "%s: expected no more lines than stock's, got %.0f %%".formatted(specification, share));
      }
    }
  }

  /** Those that have more lines than stock's, and a median that is too large. */
  List<String> problems() {
    List<Double> sorted = shares.stream().sorted().toList();
    double median = sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2);
    Stream<String> ofMedian =
        median > MEDIAN
            ? Stream.of(
                "expected a median of at most 65 %% of stock's lines, got %.1f %%"
                    .formatted(median))
            : Stream.empty();
    return Stream.concat(problems.stream(), ofMedian).toList();
  }

  @Override
  public String toString() {
    return table.toString();
  }
}
