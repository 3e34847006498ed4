package cloud.finfusion.metrics;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Counts the events of a client, in this process. Thread-safe. */
abstract class EventCounts implements CallListener {
  private final boolean detailed;
  private final ConcurrentMap<String, OperationCounts> operations = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, BatchRecord> batches = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, BulkProgress> bulkRuns = new ConcurrentHashMap<>();
  private final NamedCounts cacheReads = new NamedCounts();
  private final NamedCounts permitWaits = new NamedCounts();
  private final NamedCounts permitRefusals = new NamedCounts();
  private final NamedCounts webhooks = new NamedCounts();
  private final LongAdder evictions = new LongAdder();
  private final LongAdder refreshes = new LongAdder();
  private final LongAdder inFlight = new LongAdder();
  private volatile @Nullable String circuit;

  EventCounts(boolean detailed) {
    this.detailed = detailed;
  }

  /** Returns whether attempts, statuses, codes and reasons are counted apart. */
  public final boolean detailed() {
    return detailed;
  }

  private OperationCounts operation(String name) {
    OperationCounts counts = operations.get(name);
    return counts == null
        ? operations.computeIfAbsent(name, first -> new OperationCounts(detailed))
        : counts;
  }

  @Override
  public void callStarted(CallStarted call) {
    inFlight.increment();
  }

  @Override
  public void callEnded(CallRecord call) {
    inFlight.decrement();
    operation(call.operation()).callEnded(call);
  }

  /** Returns a listener of its own for attempts, since their events are made if one listens. */
  final CallListener attempts() {
    return new CallListener() {
      @Override
      public void attemptEnded(AttemptRecord attempt) {
        operation(attempt.operation()).attemptEnded(attempt);
      }
    };
  }

  @Override
  public void retryScheduled(RetryRecord retry) {
    operation(retry.operation()).retryScheduled(retry);
  }

  @Override
  public void cacheRead(CacheRecord read) {
    cacheReads.add(read.result().name());
  }

  @Override
  public void cacheEvicted(String family) {
    evictions.increment();
  }

  @Override
  public void permitWaited(PermitRecord permit) {
    permitWaits.add(permit.source());
  }

  @Override
  public void permitRefused(PermitRecord permit) {
    permitRefusals.add(permit.source());
  }

  @Override
  public void circuitChanged(String state) {
    circuit = state;
  }

  @Override
  public void credentialRefreshed(String operation, boolean replaced) {
    if (replaced) {
      refreshes.increment();
    }
  }

  @Override
  public void webhookVerified(String verdict) {
    webhooks.add(verdict);
  }

  @Override
  public void batchEnded(BatchRecord batch) {
    batches.merge(batch.operation(), batch, BatchRecord::plus);
  }

  @Override
  public void bulkProgressed(BulkProgress progress) {
    bulkRuns.put(progress.operation(), progress);
  }

  final MetricsSnapshot snapshot(String client, @Nullable ClientState state) {
    SortedMap<String, OperationMetrics> rows = new TreeMap<>();
    operations.forEach((name, counts) -> rows.put(name, OperationCounts.sum(Set.of(counts))));
    return new MetricsSnapshot(
        client,
        OperationCounts.sum(operations.values()),
        Collections.unmodifiableMap(rows),
        inFlight.sum(),
        cache(),
        Map.copyOf(batches),
        Map.copyOf(bulkRuns),
        permitWaits.counts(),
        permitRefusals.counts(),
        webhooks.counts(),
        refreshes.sum(),
        circuit,
        state);
  }

  private CacheMetrics cache() {
    Map<String, Long> reads = cacheReads.counts();
    return new CacheMetrics(
        reads.getOrDefault(CacheRecord.Result.HIT.name(), 0L),
        reads.getOrDefault(CacheRecord.Result.JOINED.name(), 0L),
        reads.getOrDefault(CacheRecord.Result.MISS.name(), 0L),
        evictions.sum());
  }
}
