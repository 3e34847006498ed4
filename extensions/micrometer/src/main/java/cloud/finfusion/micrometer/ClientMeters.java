package cloud.finfusion.micrometer;

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
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;

/**
 * The meters of one client. Counters whose tags are known beforehand start at zero, so that
 * Prometheus sees the first increment too. Thread-safe.
 */
final class ClientMeters implements CallListener {
  private static final int MOST_OPERATIONS = 200;

  private final LongAdder inFlight = new LongAdder();
  private final CircuitGauge circuit;
  private final ClientGauges gauges;
  private final Bounded<OperationMeters> operations;
  private final Bounded<CacheMeters> cacheReads;
  private final Counter evictions;
  private final PermitMeters permits;
  private final CredentialMeters credentials;
  private final WebhookMeters webhooks;
  private final Bounded<BatchMeters> batches;
  private final Bounded<BulkMeters> bulkRuns;

  /** Makes the meters; the gauges are not shown yet. */
  ClientMeters(MeterRegistry shared, MonitoredClient client) {
    ClientMeterRegistry registry = new ClientMeterRegistry(shared, client.name());
    boolean detailed = client.detailed();
    gauges = new ClientGauges(registry);
    circuit = new CircuitGauge(gauges);
    gauges.add(FinFusionMeter.IN_FLIGHT, inFlight::sum);
    StateGauges.add(gauges, client);
    operations = byOperation(operation -> new OperationMeters(registry, operation, detailed));
    cacheReads = byOperation(operation -> new CacheMeters(registry, operation));
    evictions = registry.counter(FinFusionMeter.CACHE_EVICTIONS);
    permits = new PermitMeters(registry);
    credentials = new CredentialMeters(registry);
    webhooks = new WebhookMeters(registry);
    batches = byOperation(operation -> new BatchMeters(registry, operation));
    bulkRuns = byOperation(operation -> new BulkMeters(gauges, operation));
  }

  private static <M> Bounded<M> byOperation(Function<String, M> maker) {
    return new Bounded<>(MOST_OPERATIONS, maker);
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
    operations.of(attempt.operation()).attemptEnded(attempt);
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
    permits.waited(permit);
  }

  @Override
  public void permitRefused(PermitRecord permit) {
    permits.refused(permit);
  }

  @Override
  public void circuitChanged(String state) {
    circuit.changed(state);
  }

  @Override
  public void credentialRefreshed(String operation, boolean replaced) {
    credentials.refreshed(replaced);
  }

  @Override
  public void webhookVerified(String verdict) {
    webhooks.verified(verdict);
  }

  @Override
  public void batchEnded(BatchRecord batch) {
    batches.of(batch.operation()).ended(batch);
  }

  @Override
  public void bulkProgressed(BulkProgress progress) {
    bulkRuns.of(progress.operation()).progressed(progress);
  }

  /** Lets the registry have what shows a state. */
  void showGauges() {
    gauges.show();
  }

  /** Removes what shows a state; counts stay. */
  void hideGauges() {
    gauges.hide();
  }
}
