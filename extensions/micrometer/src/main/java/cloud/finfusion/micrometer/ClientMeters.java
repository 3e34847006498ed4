package cloud.finfusion.micrometer;

import cloud.finfusion.error.WebhookSignatureException;
import cloud.finfusion.metrics.AttemptRecord;
import cloud.finfusion.metrics.BatchRecord;
import cloud.finfusion.metrics.BulkProgress;
import cloud.finfusion.metrics.CacheRecord;
import cloud.finfusion.metrics.CallListener;
import cloud.finfusion.metrics.CallRecord;
import cloud.finfusion.metrics.CallStarted;
import cloud.finfusion.metrics.MonitoredClient;
import cloud.finfusion.metrics.PermitRecord;
import cloud.finfusion.metrics.RetryRecord;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/**
 * The meters of one client. Counters whose tags are known beforehand start at zero, so that
 * Prometheus sees the first increment too. Thread-safe.
 */
final class ClientMeters implements CallListener {
  private static final int MOST_OPERATIONS = 200;
  private static final int MOST_VALUES = 20;
  private static final List<String> PERMIT_SOURCES =
      List.of("token", "rate", "concurrency", "circuit");
  private static final List<String> VERDICTS =
      List.of("genuine", WebhookSignatureException.class.getSimpleName());

  private final LongAdder inFlight = new LongAdder();
  private final CircuitGauge circuit;
  private final ClientGauges gauges;
  private final Bounded<OperationMeters> operations;
  private final Bounded<CacheMeters> cacheReads;
  private final Counter evictions;
  private final Bounded<Timer> permitWaits;
  private final Bounded<Counter> permitRefusals;
  private final Counter refreshed;
  private final Counter notRefreshed;
  private final Bounded<Counter> webhooks;
  private final Bounded<BatchMeters> batches;
  private final Bounded<BulkMeters> bulkRuns;

  ClientMeters(MeterRegistry registry, MonitoredClient client) {
    String name = client.name();
    boolean detailed = client.detailed();
    gauges = new ClientGauges(registry, name);
    circuit = new CircuitGauge(gauges);
    gauges.add(FinFusionMeter.IN_FLIGHT, inFlight::sum);
    StateGauges.add(gauges, client);
    operations =
        new Bounded<>(MOST_OPERATIONS, op -> new OperationMeters(registry, name, op, detailed));
    cacheReads = new Bounded<>(MOST_OPERATIONS, op -> new CacheMeters(registry, name, op));
    evictions = FinFusionMeter.CACHE_EVICTIONS.counter(registry, name);
    permitWaits =
        new Bounded<>(MOST_VALUES, s -> FinFusionMeter.PERMIT_WAITS.timer(registry, name, s));
    permitRefusals =
        new Bounded<>(MOST_VALUES, s -> FinFusionMeter.PERMIT_REFUSALS.counter(registry, name, s));
    PERMIT_SOURCES.forEach(permitRefusals::of);
    refreshed = FinFusionMeter.CREDENTIAL_REFRESHES.counter(registry, name, "replaced");
    notRefreshed = FinFusionMeter.CREDENTIAL_REFRESHES.counter(registry, name, "kept");
    webhooks = new Bounded<>(MOST_VALUES, v -> FinFusionMeter.WEBHOOKS.counter(registry, name, v));
    VERDICTS.forEach(webhooks::of);
    batches = new Bounded<>(MOST_OPERATIONS, op -> new BatchMeters(registry, name, op));
    bulkRuns = new Bounded<>(MOST_OPERATIONS, op -> new BulkMeters(gauges, op));
  }

  @Override
  public void callStarted(CallStarted call) {
    inFlight.increment();
  }

  @Override
  public void callEnded(CallRecord call) {
    inFlight.decrement();
    operations.of(call.operation()).callEnded(call);
  }

  @Override
  public void attemptEnded(AttemptRecord attempt) {
    operations.of(attempt.operation()).attemptEnded(attempt.status());
  }

  @Override
  public void retryScheduled(RetryRecord retry) {
    operations.of(retry.operation()).retryScheduled(retry.reason());
  }

  @Override
  public void cacheRead(CacheRecord read) {
    cacheReads.of(read.operation()).read(read.result());
  }

  @Override
  public void cacheEvicted(String family) {
    evictions.increment();
  }

  @Override
  public void permitWaited(PermitRecord permit) {
    permitWaits.of(permit.source()).record(permit.waited());
  }

  @Override
  public void permitRefused(PermitRecord permit) {
    permitRefusals.of(permit.source()).increment();
  }

  @Override
  public void circuitChanged(String state) {
    circuit.changed(state);
  }

  @Override
  public void credentialRefreshed(String operation, boolean replaced) {
    (replaced ? refreshed : notRefreshed).increment();
  }

  @Override
  public void webhookVerified(String verdict) {
    webhooks.of(verdict).increment();
  }

  @Override
  public void batchEnded(BatchRecord batch) {
    batches.of(batch.operation()).ended(batch);
  }

  @Override
  public void bulkProgressed(BulkProgress progress) {
    bulkRuns.of(progress.operation()).progressed(progress);
  }

  /** Removes what shows a state; counts stay. */
  void removeGauges() {
    gauges.remove();
  }
}
