package cloud.finfusion.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Random faults of one operation, each with its share of the requests. With the same seed the n-th
 * request gets the same fault.
 *
 * <pre>{@code
 * sandbox.faults().randomly("createPayment", 42).status(0.20, 503).resetAfterWork(0.02);
 * }</pre>
 */
public final class FaultMix {
  private final SplittableRandom random;
  private final List<Share> shares = new ArrayList<>();
  private double total;

  FaultMix(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** Responds with this status and its error envelope; the work is not done. */
  public FaultMix status(double share, int status) {
    return add(share, Faults.errorStatus(status));
  }

  /** Resets the connection; the work is not done. */
  public FaultMix resetBeforeWork(double share) {
    return add(share, Fault.beforeWork(ResponseWriter.reset()));
  }

  /** Does the work, then resets the connection without sending a byte. */
  public FaultMix resetAfterWork(double share) {
    return add(share, Fault.afterWork(ResponseWriter.reset()));
  }

  /** Does the work, then closes the connection half way through the response. */
  public FaultMix truncate(double share) {
    return add(share, Fault.sending(BrokenResponses::truncated));
  }

  synchronized Optional<Fault> next() {
    double draw = random.nextDouble();
    return shares.stream().filter(each -> draw < each.end).map(Share::fault).findFirst();
  }

  private synchronized FaultMix add(double share, Fault fault) {
    if (!(share >= 0 && total + share <= 1)) {
      throw new IllegalArgumentException(
          "The shares of a mix are 0 or more and at most 1 together, not " + (total + share));
    }
    total += share;
    shares.add(new Share(total, fault));
    return this;
  }

  /** A fault that applies to draws below its end, and not below the end of the share before. */
  private record Share(double end, Fault fault) {}
}
