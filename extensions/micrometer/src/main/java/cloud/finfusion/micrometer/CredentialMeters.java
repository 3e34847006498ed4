package cloud.finfusion.micrometer;

import io.micrometer.core.instrument.Counter;

/** The meters of one client's tokens that the server refused. Thread-safe. */
final class CredentialMeters {
  private final Counter replaced;
  private final Counter kept;

  CredentialMeters(ClientMeterRegistry registry) {
    replaced = registry.counter(FinFusionMeter.CREDENTIAL_REFRESHES, "replaced");
    kept = registry.counter(FinFusionMeter.CREDENTIAL_REFRESHES, "kept");
  }

  void refreshed(boolean withAnother) {
    (withAnother ? replaced : kept).increment();
  }
}
