package cloud.finfusion.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * What goes wrong by chance, each fault with its share of an operation's requests: with the same
 * seed the n-th request meets the same fault.
 *
 * <pre>{@code
 * sandbox.faults().randomly("createPayment", 42).status(0.20, 503).resetAfterWork(0.02);
 * }</pre>
 */
public final class FaultMix {
  private final SplittableRandom random;
  private final List<Part> parts = new ArrayList<>();
  private double total;

  FaultMix(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** Answers with this status and its error envelope; the work is not done. */
  public FaultMix status(double share, int status) {
    return add(share, Faults.refusing(status));
  }

  /** Resets the connection; the work is not done. */
  public FaultMix resetBeforeWork(double share) {
    return add(share, Fault.beforeWork(ResponseWriter.reset()));
  }

  /** Does the work, then resets the connection without a byte of answer. */
  public FaultMix resetAfterWork(double share) {
    return add(share, Fault.afterWork(ResponseWriter.reset()));
  }

  /** Does the work, then closes the connection half way through its answer. */
  public FaultMix truncate(double share) {
    return add(share, Fault.spoiling(BrokenResponses::truncated));
  }

  synchronized Optional<Fault> next() {
    double draw = random.nextDouble();
    return parts.stream().filter(part -> draw < part.end).map(Part::fault).findFirst();
  }

  private synchronized FaultMix add(double share, Fault fault) {
    if (!(share >= 0 && total + share <= 1)) {
      throw new IllegalArgumentException(
          "The shares of a mix are 0 or more and at most 1 together, not " + (total + share));
    }
    total += share;
    parts.add(new Part(total, fault));
    return this;
  }

  /** Met by a draw below its end that is not below the end of the part before. */
  private record Part(double end, Fault fault) {}
}
