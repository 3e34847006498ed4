package cloud.finfusion.internal.permit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sources of permits that a client shares with those derived from it, in the order in which
 * they are asked; only the plan may be another.
 *
 * @param token null for a credential that needs none
 * @param circuit null for none
 * @param concurrency null for any number
 */
public record ClientPermits(
    @Nullable TokenPermits token,
    @Nullable CircuitPermits circuit,
    @Nullable ConcurrencyPermits concurrency) {
  /** Returns the sources of an operation without a credential; a plan of null limits nothing. */
  public List<Permits> unsigned(@Nullable RatePermits plan) {
    List<Permits> sources = new ArrayList<>();
    if (circuit != null) {
      sources.add(circuit.earlyCheck());
    }
    if (plan != null) {
      sources.add(plan);
    }
    if (concurrency != null) {
      sources.add(concurrency);
    }
    if (circuit != null) {
      sources.add(circuit);
    }
    return List.copyOf(sources);
  }

  /** The token comes first, so that no scarce permit is held while it is fetched. */
  public List<Permits> signed(List<Permits> unsigned) {
    List<Permits> all = new ArrayList<>();
    if (token != null) {
      all.add(token);
    }
    all.addAll(unsigned);
    return List.copyOf(all);
  }
}
