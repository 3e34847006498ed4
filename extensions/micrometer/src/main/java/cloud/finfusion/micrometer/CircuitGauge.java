package cloud.finfusion.micrometer;

import java.util.List;

/** The state of the circuit, as a gauge for each. Thread-safe. */
final class CircuitGauge {
  private static final String CLOSED = "closed";
  private static final List<String> STATES = List.of(CLOSED, "half-open", "open");

  private volatile String state = CLOSED;

  CircuitGauge(ClientGauges gauges) {
    for (String each : STATES) {
      gauges.add(FinFusionMeter.CIRCUIT_STATE, () -> state.equals(each) ? 1 : 0, each);
    }
  }

  void changed(String newState) {
    state = newState;
  }
}
