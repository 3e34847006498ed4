package cloud.finfusion.sandbox.internal.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Random faults of one operation, each with its share of the requests. With the same seed the n-th
 * request gets the same fault.
 */
public final class RandomFaults {
  private final SplittableRandom random;
  private final List<Share> shares = new ArrayList<>();
  private double total;

  public RandomFaults(long seed) {
    this.random = new SplittableRandom(seed);
  }

  public synchronized void add(double share, Fault fault) {
    if (!(share >= 0 && total + share <= 1)) {
      throw new IllegalArgumentException(
          "The shares of a mix are 0 or more and at most 1 together, not " + (total + share));
    }
    total += share;
    shares.add(new Share(total, fault));
  }

  /** The share of the requests that get a fault. */
  synchronized double share() {
    return total;
  }

  synchronized Optional<Fault> next() {
    double draw = random.nextDouble();
    return shares.stream().filter(each -> draw < each.end).map(Share::fault).findFirst();
  }

  /** A fault that applies to draws below its end, and not below the end of the share before. */
  private record Share(double end, Fault fault) {}
}
