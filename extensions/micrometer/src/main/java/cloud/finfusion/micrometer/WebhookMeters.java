package cloud.finfusion.micrometer;

import cloud.finfusion.error.WebhookSignatureException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;

/** The meters of one client's webhooks, by verdict. Thread-safe. */
final class WebhookMeters {
  private static final int MOST = 20;
  private static final List<String> VERDICTS =
      List.of("genuine", WebhookSignatureException.class.getSimpleName());

  private final Bounded<Counter> webhooks;

  WebhookMeters(MeterRegistry registry, String client) {
    webhooks =
        new Bounded<>(MOST, verdict -> FinFusionMeter.WEBHOOKS.counter(registry, client, verdict));
    VERDICTS.forEach(webhooks::of);
  }

  void verified(String verdict) {
    webhooks.of(verdict).increment();
  }
}
