package cloud.finfusion.micrometer;

import cloud.finfusion.metrics.ClientState;
import cloud.finfusion.metrics.ClientState.LimitUsage;
import cloud.finfusion.metrics.MonitoredClient;
import java.time.Duration;

/** A client that is not there, with a state that stays. */
record FixedClient(String name, boolean detailed, ClientState state) implements MonitoredClient {
  static final ClientState FULL =
      new ClientState(new LimitUsage(100, 150, false), 10.0, Duration.ofDays(1));
}
