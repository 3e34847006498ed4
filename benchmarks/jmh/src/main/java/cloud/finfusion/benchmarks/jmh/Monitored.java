package cloud.finfusion.benchmarks.jmh;

import cloud.finfusion.FinFusion;
import cloud.finfusion.metrics.CallListener;
import cloud.finfusion.metrics.Metrics;
import cloud.finfusion.model.Customer;
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
 * What monitoring adds to the call of {@link OneCall}: nothing attached, a listener that ignores
 * its events, metrics, and metrics with details. {@code -Djmh="Monitored -prof gc"}.
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
    final FinFusion plain = OneCall.client().build();
    final FinFusion listened = OneCall.client().listener(new CallListener() {}).build();
    final FinFusion measured = OneCall.client().metrics(Metrics.builder().build()).build();
    final FinFusion detailed =
        OneCall.client().metrics(Metrics.builder().detailed(true).build()).build();
  }

  private static Customer read(FinFusion client) {
    return client.customers().retrieve("cust_1");
  }

  /** Nothing attached. */
  @Benchmark
  public Customer plain(Clients clients) {
    return read(clients.plain);
  }

  /** The events alone. */
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
  public Customer detailedMetrics(Clients clients) {
    return read(clients.detailed);
  }
}
