package cloud.finfusion.benchmarks.jmh;

import cloud.finfusion.FinFusion;
import cloud.finfusion.metrics.CallListener;
import cloud.finfusion.metrics.Metrics;
import cloud.finfusion.micrometer.MicrometerReporter;
import cloud.finfusion.model.Customer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What monitoring adds to the small read of {@link OneCall}, signing and the observation of
 * attempts included: nothing attached, a listener that ignores its events, metrics, and metrics
 * with a reporter to Micrometer's registry for Prometheus. {@code -Djmh="Monitored -prof gc"}.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class Monitored {
  /** The clients. */
  @State(Scope.Benchmark)
  public static class Clients {
    final FinFusion plain = OneCall.innermost(FinFusion.builder());
    final FinFusion listened =
        OneCall.innermost(FinFusion.builder().listener(new CallListener() {}));
    final FinFusion measured = measured(Metrics.builder());
    final FinFusion detailed = measured(Metrics.builder().detailed(true));
    final FinFusion reported = measured(Metrics.builder().reporter(micrometer()));
    final FinFusion reportedInDetail =
        measured(Metrics.builder().detailed(true).reporter(micrometer()));

    private static FinFusion measured(Metrics.Builder metrics) {
      return OneCall.innermost(FinFusion.builder().metrics(metrics.build()));
    }

    private static MicrometerReporter micrometer() {
      return MicrometerReporter.of(new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
    }
  }

  private static Customer read(FinFusion client) {
    return client.customers().retrieve("cust_1");
  }

  /** Nothing attached. */
  @Benchmark
  public Customer plain(Clients clients) {
    return read(clients.plain);
  }

  /** A listener whom no event concerns. */
  @Benchmark
  public Customer listener(Clients clients) {
    return read(clients.listened);
  }

  /** Metrics. */
  @Benchmark
  public Customer metrics(Clients clients) {
    return read(clients.measured);
  }

  /** Metrics with details. */
  @Benchmark
  public Customer metricsDetailed(Clients clients) {
    return read(clients.detailed);
  }

  /** Metrics, and Micrometer. */
  @Benchmark
  public Customer micrometer(Clients clients) {
    return read(clients.reported);
  }

  /** Metrics and Micrometer, with details. */
  @Benchmark
  public Customer micrometerDetailed(Clients clients) {
    return read(clients.reportedInDetail);
  }
}
