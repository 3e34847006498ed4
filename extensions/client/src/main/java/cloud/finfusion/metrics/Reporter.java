package cloud.finfusion.metrics;

/**
 * Passes what clients do on to a monitoring system, as Prometheus. Given to {@link
 * Metrics.Builder#reporter}; one reporter may serve several clients. Thread-safe. Exceptions it
 * throws are logged and ignored: a client works without its reporter.
 *
 * <pre>{@code
 * Reporter requestsByOperation = client -> new CallListener() {
 *   public void callEnded(CallRecord call) {
 *     statsd.increment("finfusion." + client.name() + "." + call.operation());
 *   }
 * };
 * }</pre>
 */
@FunctionalInterface
public interface Reporter {
  /** Returns the listener of a client that was built. */
  CallListener attach(MonitoredClient client);

  /** The client was closed: its gauges are of no use any more. Counts stay. */
  default void detach(MonitoredClient client) {}
}
