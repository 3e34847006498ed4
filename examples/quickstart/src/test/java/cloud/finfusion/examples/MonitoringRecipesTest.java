package cloud.finfusion.examples;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.FinFusion;
import cloud.finfusion.metrics.Alerts;
import cloud.finfusion.metrics.CallListener;
import cloud.finfusion.metrics.CallRecord;
import cloud.finfusion.metrics.KeyUseRecord;
import cloud.finfusion.metrics.Metrics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The recipes of docs/monitoring.md, run against the sandbox. */
class MonitoringRecipesTest {
  private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

  @Test
  void metrics() {
    Metrics metrics =
        Metrics.builder()
            .detailed(true) // attempts by status, errors by code, retries by reason
            .alerts(
                Alerts.builder()
                    .errorRate(0.05, Duration.ofMinutes(5))
                    .latency(Duration.ofSeconds(1), Duration.ofSeconds(2)) // p95, p99
                    .onAlert(alert -> log(alert.toString()))
                    .build())
            .build();
    FinFusion client = FinFusion.builder().fromEnv().metrics(metrics).build();
    client.payments().create(RecipeSandbox.payment()); // measured

    assertThat(metrics.snapshot().toString()).contains("payments.create");
    client.close();
  }

  @Test
  void listener() {
    CallListener listener =
        new CallListener() {
          @Override
          public void callEnded(CallRecord call) {
            log(call.operation() + " " + call.outcome() + " in " + call.elapsed().toMillis());
          }

          @Override
          public void keyUsed(KeyUseRecord use) { // the access log: never the key
            log(use.operation() + " by " + use.actor() + " with " + use.keyFingerprint());
          }
        };
    FinFusion client = FinFusion.builder().fromEnv().listener(listener).build();

    client.payments().create(RecipeSandbox.payment());
    assertThat(lines).hasSize(2).last().asString().startsWith("payments.create DONE in ");
    client.close();
  }

  private void log(String line) {
    lines.add(line);
  }
}
