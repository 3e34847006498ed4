package cloud.finfusion.metrics;

import cloud.finfusion.metrics.CallRecord.Result;
import cloud.finfusion.metrics.OperationMetrics.Breakdown;
import cloud.finfusion.metrics.OperationMetrics.Latency;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.HdrHistogram.AtomicHistogram;

/** Counts the calls of one operation. Thread-safe. */
final class OperationCounts {
  private final Map<Result, LongAdder> results = new EnumMap<>(Result.class);
  private final LongAdder attempts = new LongAdder();
  private final LongAdder retries = new LongAdder();
  private final AtomicHistogram times = Latencies.histogram();
  private final NamedCounts attemptsByStatus = new NamedCounts();
  private final NamedCounts errorsByType = new NamedCounts();
  private final NamedCounts errorsByCode = new NamedCounts();
  private final NamedCounts retriesByReason = new NamedCounts();
  private final boolean detailed;

  /** Makes counts of zero; the breakdown stays empty unless it is wanted. */
  OperationCounts(boolean detailed) {
    this.detailed = detailed;
    for (Result result : Result.values()) {
      results.put(result, new LongAdder());
    }
  }

  private LongAdder calls(Result result) {
    return Objects.requireNonNull(results.get(result));
  }

  void callEnded(CallRecord call) {
    Result result = call.result();
    calls(result).increment();
    attempts.add(call.attempts());
    if (result != Result.CACHED) {
      Latencies.record(times, call.elapsed());
    }
    if (detailed && call.errorType() != null) {
      errorsByType.add(call.errorType());
    }
    if (detailed && call.errorCode() != null) {
      errorsByCode.add(call.errorCode());
    }
  }

  void attemptEnded(AttemptRecord attempt) {
    attemptsByStatus.add(attempt.statusTag());
  }

  void retryScheduled(RetryRecord retry) {
    retries.increment();
    if (detailed) {
      retriesByReason.add(retry.reason());
    }
  }

  /** Returns what these operations came to together. */
  static OperationMetrics sum(Collection<OperationCounts> all) {
    Map<Result, Long> results = new EnumMap<>(Result.class);
    for (Result result : Result.values()) {
      results.put(result, count(all, each -> each.calls(result)));
    }
    return new OperationMetrics(
        Collections.unmodifiableMap(results),
        count(all, each -> each.attempts),
        count(all, each -> each.retries),
        latency(all),
        new Breakdown(
            NamedCounts.sum(all.stream().map(each -> each.attemptsByStatus)),
            NamedCounts.sum(all.stream().map(each -> each.errorsByType)),
            NamedCounts.sum(all.stream().map(each -> each.errorsByCode)),
            NamedCounts.sum(all.stream().map(each -> each.retriesByReason))));
  }

  private static long count(
      Collection<OperationCounts> all, Function<OperationCounts, LongAdder> which) {
    return all.stream().map(which).mapToLong(LongAdder::sum).sum();
  }

  private static Latency latency(Collection<OperationCounts> all) {
    AtomicHistogram times = Latencies.histogram();
    all.forEach(each -> times.add(each.times));
    return new Latency(
        Latencies.percentile(times, 50),
        Latencies.percentile(times, 95),
        Latencies.percentile(times, 99),
        Latencies.percentile(times, 100));
  }
}
