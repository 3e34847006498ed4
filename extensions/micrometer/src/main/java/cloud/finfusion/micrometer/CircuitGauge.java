package cloud.finfusion.micrometer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state of the circuit, as a gauge for each. There is none before the first state is known, as
 * of a client without a circuit breaker. Thread-safe.
 */
final class CircuitGauge {
  private static final List<String> STATES = List.of("closed", "half-open", "open");

  private final ClientGauges gauges;
  private volatile @Nullable String state;

  CircuitGauge(ClientGauges gauges) {
    this.gauges = gauges;
  }

  synchronized void changed(String newState) {
    boolean first = state == null;
    state = newState;
    if (first) {
      STATES.forEach(
          each -> gauges.add(FinFusionMeter.CIRCUIT_STATE, () -> each.equals(state) ? 1 : 0, each));
    }
  }
}
