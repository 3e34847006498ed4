package cloud.finfusion.micrometer;

import cloud.finfusion.metrics.ClientState;
import cloud.finfusion.metrics.MonitoredClient;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Gauges of a client's state, of what the client has: what is null at first is null for ever. */
final class StateGauges {
  private static final double NANOS = 1e9;

  private StateGauges() {}

  static void add(ClientGauges gauges, MonitoredClient client) {
    add(gauges, client, FinFusionMeter.PLAN_LIMIT, StateGauges::limit);
    add(gauges, client, FinFusionMeter.PLAN_REMAINING, StateGauges::remaining);
    add(gauges, client, FinFusionMeter.PLAN_DEGRADED, StateGauges::degraded);
    add(gauges, client, FinFusionMeter.RETRY_BUDGET, ClientState::retryBudget);
    add(gauges, client, FinFusionMeter.KEY_AGE, StateGauges::keyAge);
  }

  private static void add(
      ClientGauges gauges,
      MonitoredClient client,
      FinFusionMeter meter,
      Function<ClientState, @Nullable Number> value) {
    if (value.apply(client.state()) != null) {
      gauges.add(meter, () -> orNaN(value.apply(client.state())));
    }
  }

  private static Number orNaN(@Nullable Number value) {
    return value == null ? Double.NaN : value;
  }

  private static @Nullable Number limit(ClientState state) {
    return state.limit() == null ? null : state.limit().limit();
  }

  private static @Nullable Number remaining(ClientState state) {
    return state.limit() == null ? null : state.limit().remaining();
  }

  private static @Nullable Number degraded(ClientState state) {
    return state.limit() == null ? null : state.limit().degraded() ? 1 : 0;
  }

  private static @Nullable Number keyAge(ClientState state) {
    return state.keyAge() == null ? null : state.keyAge().toNanos() / NANOS;
  }
}
