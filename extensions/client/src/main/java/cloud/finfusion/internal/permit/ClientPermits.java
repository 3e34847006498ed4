package cloud.finfusion.internal.permit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sources of permits that a client shares with those derived from it, in the order in which
 * they are asked; only the plan may be another.
 *
 * @param circuit null for none
 * @param concurrency null for any number
 */
public record ClientPermits(
    @Nullable CircuitPermits circuit, @Nullable ConcurrencyPermits concurrency) {
  /** Returns the sources with a plan; null limits nothing. */
  public List<Permits> with(@Nullable RatePermits plan) {
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
}
