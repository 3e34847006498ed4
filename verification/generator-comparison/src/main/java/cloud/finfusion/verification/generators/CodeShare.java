package cloud.finfusion.verification.generators;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Our lines beside stock's: of all that a project gets, and of what follows from its specification,
 * models and interfaces.
 */
final class CodeShare {
  /** Where there are fewer, the models of parameters, which stock has not, outweigh all others. */
  private static final long FEW_MODELS = 20;

  private final StockLines stock;
  private final LineShares all = new LineShares("lines");
  private final LineShares ofSpecification = new LineShares("lines of models and interfaces");

  CodeShare(StockLines stock) {
    this.stock = stock;
  }

  /** Adds a specification, if stock's lines are known of it: counting takes its time. */
  void add(String specification, long models, Supplier<LineCount> counted) {
    LineCount ofStock = stock.bySpecification().get(specification);
    if (ofStock != null) {
      LineCount ours = counted.get();
      all.add(specification, ofStock.all(), ours.all(), true);
      ofSpecification.add(
          specification, ofStock.ofSpecification(), ours.ofSpecification(), models >= FEW_MODELS);
    }
  }

  /** What is wrong with the shares. */
  List<String> problems() {
    return Stream.concat(all.problems().stream(), ofSpecification.problems().stream()).toList();
  }

  @Override
  public String toString() {
    return all + "\n" + ofSpecification;
  }
}
