package cloud.finfusion.foreign;

import static cloud.finfusion.foreign.ForeignRow.unchanged;
import static cloud.finfusion.testing.FakeServer.json;
import static cloud.finfusion.testing.FakeServer.status;

import cloud.finfusion.FinFusion;
import cloud.finfusion.metrics.Alerts;
import cloud.finfusion.metrics.CallListener;
import cloud.finfusion.metrics.Metrics;
import cloud.finfusion.metrics.MonitoredClient;
import cloud.finfusion.metrics.Reporter;
import cloud.finfusion.metrics.TestMetrics;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.FakeTime;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.TestClients;
import cloud.finfusion.testing.Thrower;
import java.time.Duration;
import java.util.List;

/** Reporters and alert callbacks that throw. */
final class ForeignMetrics {
  private ForeignMetrics() {}

  static List<ForeignRow> rows() {
    return List.of(
        unchanged("Reporter.attach", (thrower, mode) -> reported(thrower, mode, true)),
        unchanged("Reporter.detach", (thrower, mode) -> reported(thrower, mode, false)),
        unchanged("Alerts.Builder.onAlert(Consumer)", ForeignMetrics::onAlert));
  }

  /** A client from its first day to its last. */
  private static String reported(Thrower thrower, BlockingOrAsync mode, boolean atStart) {
    Metrics metrics = Metrics.builder().reporter(new Throwing(thrower, atStart)).build();
    try (FakeServer web = new FakeServer().responds(json(Samples.PAYMENT))) {
      Runnable life =
          () -> {
            FinFusion client = TestClients.of(web).metrics(metrics).build();
            try (Calls calls = new Calls(client, mode)) {
              calls.pay();
            }
          };
      return ForeignCall.end(life, thrower) + metrics.snapshot().total().calls();
    }
  }

  private record Throwing(Thrower thrower, boolean atStart) implements Reporter {
    @Override
    public CallListener attach(MonitoredClient client) {
      if (atStart) {
        thrower.run();
      }
      return new CallListener() {};
    }

    @Override
    public void detach(MonitoredClient client) {
      if (!atStart) {
        thrower.run();
      }
    }
  }

  private static String onAlert(Thrower thrower, BlockingOrAsync mode) {
    FakeTime time = FakeTime.standing();
    Alerts alerts =
        Alerts.builder()
            .errorRate(0, Duration.ofMinutes(5))
            .minimumCalls(1)
            .onAlert(alert -> thrower.run())
            .build();
    return ForeignCall.with((client, same) -> client.metrics(TestMetrics.of(alerts, time)))
        .responding(status(400))
        .calling(
            calls -> {
              try {
                calls.pay();
              } finally {
                time.advance(Duration.ofMinutes(1).toNanos());
              }
            })
        .run(thrower, mode);
  }
}
