package cloud.finfusion.redis;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens when Redis fails, so that no further caller waits for it. While it is open, callers cause a
 * probe each second, for which nobody waits: the request that failed, in a form that changes
 * nothing. The circuit closes when a probe succeeds. Thread-safe.
 */
final class RedisCircuit {
  /** The time between probes; a decision of this project. */
  static final Duration BETWEEN_PROBES = Duration.ofSeconds(1);

  private static final Logger LOG = LoggerFactory.getLogger("cloud.finfusion");

  private final String name;
  private final LongSupplier clock;
  private final AtomicReference<@Nullable Outage> outage = new AtomicReference<>();

  /**
   * Makes a closed circuit.
   *
   * @param name what the log calls this Redis
   * @param clock in nanoseconds
   */
  RedisCircuit(String name, LongSupplier clock) {
    this.name = name;
    this.clock = clock;
  }

  /** While Redis fails: the probe, and from when on it may be sent. */
  private record Outage(Supplier<? extends CompletionStage<?>> probe, long probeAt) {}

  boolean isOpen() {
    return outage.get() != null;
  }

  /** Returns whether Redis may be asked. If not, sends a probe when it is time. */
  boolean allows() {
    Outage now = outage.get();
    if (now != null && clock.getAsLong() - now.probeAt >= 0) {
      probe(now);
    }
    return now == null;
  }

  /** Sends a probe if Redis fails, as when its connection was opened. */
  void probe() {
    Outage now = outage.get();
    if (now != null) {
      probe(now);
    }
  }

  private void probe(Outage now) {
    if (outage.compareAndSet(now, new Outage(now.probe, nextProbe()))) {
      send(now.probe);
    }
  }

  private void send(Supplier<? extends CompletionStage<?>> probe) {
    var unused =
        probe
            .get()
            .whenComplete(
                (response, failure) -> {
                  if (failure == null && outage.getAndSet(null) != null) {
                    LOG.info("Redis responds again for {}", name);
                  }
                });
  }

  private long nextProbe() {
    return clock.getAsLong() + BETWEEN_PROBES.toNanos();
  }

  /** A request failed. Opens the circuit, unless it is open. */
  void failed(Throwable failure, Supplier<? extends CompletionStage<?>> probe) {
    if (outage.compareAndSet(null, new Outage(probe, nextProbe()))) {
      LOG.warn(
          "Redis fails for {} ({}). Until it responds, permits come from this instance's share of the"
              + " plan, webhooks are not claimed and cached responses not served",
          name,
          RedisFailures.describe(failure));
    }
  }
}
