package cloud.finfusion.benchmarks.jmh;

import cloud.finfusion.FinFusion;
import cloud.finfusion.benchmarks.peers.MemorySocket;
import cloud.finfusion.metrics.CallListener;
import cloud.finfusion.metrics.Metrics;
import cloud.finfusion.model.Customer;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
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
 * What monitoring adds to a small read, down to a socket in memory: nothing attached, a listener
 * that ignores its events, metrics, and metrics with details. {@code -Djmh="Monitored -prof gc"}.
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
    final FinFusion plain = client().build();
    final FinFusion listened = client().listener(new CallListener() {}).build();
    final FinFusion measured = client().metrics(Metrics.builder().build()).build();
    final FinFusion detailed = client().metrics(Metrics.builder().detailed(true).build()).build();

    private static FinFusion.Builder client() {
      return FinFusion.builder()
          .apiKey("dev_benchmark")
          .baseUrl(URI.create("http://127.0.0.1:1"))
          .httpClient(new OkHttpClient.Builder().socketFactory(MemorySocket.factory()).build());
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
