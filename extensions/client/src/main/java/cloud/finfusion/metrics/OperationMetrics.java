package cloud.finfusion.metrics;

import java.time.Duration;
import java.util.Map;

/**
 * What the calls of one operation, or of all, came to. Calls served from the cache are counted, but
 * have no part in rates and latencies.
 *
 * @param results how many calls ended in each way
 * @param attempts how often calls were tried; as many requests reached the wire at most
 * @param retries how often a retry was scheduled; one that the call did not live to see is counted
 * @param latency how long calls took, waits and retries included
 * @param breakdown the details; empty without {@link Metrics.Builder#detailed}
 */
public record OperationMetrics(
    Map<CallRecord.Result, Long> results,
    long attempts,
    long retries,
    Latency latency,
    Breakdown breakdown) {
  /**
   * Within what time calls ended, exact to one part in a hundred; zero without calls.
   *
   * @param p50 half of them
   * @param p95 95 of 100
   * @param p99 99 of 100; of fewer than 100 calls, the slowest
   * @param max all
   */
  public record Latency(Duration p50, Duration p95, Duration p99, Duration max) {}

  /**
   * Counts by name, sorted. At most a hundred names are counted apart, the rest as {@code other}.
   *
   * @param attemptsByStatus attempts by the HTTP status of their response; {@code none} for none
   * @param errorsByType calls that failed, by the simple name of the error's class
   * @param errorsByCode calls that failed, by the code of the API, as {@code RATE001}
   * @param retriesByReason retries by what ended the attempt before them, as {@code status 503}
   */
  public record Breakdown(
      Map<String, Long> attemptsByStatus,
      Map<String, Long> errorsByType,
      Map<String, Long> errorsByCode,
      Map<String, Long> retriesByReason) {}

  /** Returns the number of calls that ended. */
  public long calls() {
    return results.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Returns how many calls ended in this way. */
  public long calls(CallRecord.Result result) {
    return results.getOrDefault(result, 0L);
  }

  /**
   * Returns the share of the calls that ended in this way among those that were not served from the
   * cache, from 0 to 1; 0 without such calls.
   */
  public double share(CallRecord.Result result) {
    long served = calls() - calls(CallRecord.Result.CACHED);
    return served == 0 ? 0 : (double) calls(result) / served;
  }

  /** Returns the share of errors, as {@link #share} does. */
  public double errorRate() {
    return share(CallRecord.Result.ERROR);
  }
}
