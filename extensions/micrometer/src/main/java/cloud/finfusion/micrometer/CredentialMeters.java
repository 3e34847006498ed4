package cloud.finfusion.micrometer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** The meters of one client's tokens that the server refused. Thread-safe. */
final class CredentialMeters {
  private final Counter replaced;
  private final Counter kept;

  CredentialMeters(MeterRegistry registry, String client) {
    replaced = FinFusionMeter.CREDENTIAL_REFRESHES.counter(registry, client, "replaced");
    kept = FinFusionMeter.CREDENTIAL_REFRESHES.counter(registry, client, "kept");
  }

  void refreshed(boolean withAnother) {
    (withAnother ? replaced : kept).increment();
  }
}
