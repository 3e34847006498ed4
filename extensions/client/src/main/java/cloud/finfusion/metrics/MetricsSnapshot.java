package cloud.finfusion.metrics;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a client's metrics have come to. Immutable; its text is a table for people.
 *
 * @param client the client's name
 * @param total all operations together
 * @param operations by the operation's name, as {@code payments.create}, sorted
 * @param inFlight how many calls are under way
 * @param cache reads that may be cached
 * @param batches what the batches of an operation came to together
 * @param bulkRuns how far the last bulk run of an operation is
 * @param permitWaits how many calls waited for a permit, by its source, as {@code rate}
 * @param permitRefusals how many calls ended because a permit did not come in time, by its source
 * @param webhooks verified webhooks, by the verdict, as {@code genuine}
 * @param credentialRefreshes how often the server refused a token and the credential had another
 * @param circuit {@code open}, {@code half-open} or {@code closed}; null without a circuit breaker
 * @param state plan, retry budget and key, as they were last once the client is closed; null before
 *     it is built
 */
public record MetricsSnapshot(
    String client,
    OperationMetrics total,
    Map<String, OperationMetrics> operations,
    long inFlight,
    CacheMetrics cache,
    Map<String, BatchRecord> batches,
    Map<String, BulkProgress> bulkRuns,
    Map<String, Long> permitWaits,
    Map<String, Long> permitRefusals,
    Map<String, Long> webhooks,
    long credentialRefreshes,
    @Nullable String circuit,
    @Nullable ClientState state) {

  /** Returns a table of the operations, and a line each for cache, plan and batches. */
  @Override
  public String toString() {
    return new SnapshotText(this).toString();
  }
}
