package cloud.finfusion.examples.monitored;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.metrics.CallRecord;
import cloud.finfusion.metrics.Metrics;
import cloud.finfusion.metrics.OperationMetrics;
import cloud.finfusion.micrometer.PrometheusReporter;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

/** The example, for some seconds that pass at once. */
class MonitoredTest {
  private static final int OUTAGE = 100;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, UTF_8);
  private int second;

  private Metrics after(int port, int seconds) throws InterruptedException {
    PrometheusReporter prometheus = PrometheusReporter.at("/metrics").port(port);
    Metrics metrics = Monitored.metrics(prometheus, out);
    Monitored.run(prometheus, metrics, new Settings(port, seconds), () -> ++second, out);
    return metrics;
  }

  private String printed() {
    return bytes.toString(UTF_8);
  }

  @Test
  void theEndpointIsNamedAndTheCallsAreCounted() throws Exception {
    Metrics metrics = after(0, 10);

    assertThat(printed())
        .contains("Prometheus reads http://127.0.0.1:", "/metrics", "   5 s: ", "  10 s: ")
        .doesNotContain("   6 s: ");
    assertThat(metrics.snapshot().toString())
        .contains("client shop", "payments.create", "customers.createBatch");
  }

  @Test
  void aTakenPortIsSaidAndTheCallsGoOn() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Metrics metrics = after(taken.getLocalPort(), 1);

      assertThat(printed())
          .contains("Port " + taken.getLocalPort() + " is taken or not allowed")
          .contains("try -Dport=0");
      assertThat(metrics.snapshot().toString()).contains("payments.create");
    }
  }

  @Test
  void afterHalfAMinuteAHundredAttemptsFail() throws Exception {
    OperationMetrics total = after(0, 59).snapshot().total();

    assertThat(total.retries() + total.calls(CallRecord.Result.ERROR)).isEqualTo(OUTAGE);
  }
}
