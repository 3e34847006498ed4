package cloud.finfusion.micrometer;

import cloud.finfusion.error.WebhookSignatureException;
import io.micrometer.core.instrument.Counter;
import java.util.List;

/** The meters of one client's webhooks, by verdict. Thread-safe. */
final class WebhookMeters {
  private static final int MOST = 20;
  private static final List<String> VERDICTS =
      List.of("genuine", WebhookSignatureException.class.getSimpleName());

  private final Bounded<Counter> webhooks;

  WebhookMeters(ClientMeterRegistry registry) {
    webhooks = new Bounded<>(MOST, verdict -> registry.counter(FinFusionMeter.WEBHOOKS, verdict));
    VERDICTS.forEach(webhooks::of);
  }

  void verified(String verdict) {
    webhooks.of(verdict).increment();
  }
}
