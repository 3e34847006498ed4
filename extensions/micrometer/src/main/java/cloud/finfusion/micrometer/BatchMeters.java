package cloud.finfusion.micrometer;

import cloud.finfusion.metrics.BatchRecord;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;

/** The meters of one operation's batches. Thread-safe. */
final class BatchMeters {
  private final Timer batches;
  private final Counter succeeded;
  private final Counter failed;
  private final Counter unknown;
  private final Counter skipped;
  private final Counter requests;
  private final Counter sentAgain;
  private final Counter saved;

  BatchMeters(ClientMeterRegistry registry, String operation) {
    batches = registry.timer(FinFusionMeter.BATCHES, operation);
    succeeded = items(registry, operation, "succeeded");
    failed = items(registry, operation, "failed");
    unknown = items(registry, operation, "unknown");
    skipped = items(registry, operation, "skipped");
    requests = registry.counter(FinFusionMeter.BATCH_REQUESTS, operation);
    sentAgain = registry.counter(FinFusionMeter.BATCH_SENT_AGAIN, operation);
    saved = registry.counter(FinFusionMeter.BATCH_REQUESTS_SAVED, operation);
  }

  private static Counter items(ClientMeterRegistry registry, String operation, String result) {
    return registry.counter(FinFusionMeter.BATCH_ITEMS, operation, result);
  }

  void ended(BatchRecord batch) {
    batches.record(batch.elapsed());
    add(succeeded, batch.succeeded());
    add(failed, batch.failed());
    add(unknown, batch.unknown());
    add(skipped, batch.skipped());
    add(requests, batch.requests());
    add(sentAgain, batch.sentAgain());
    add(saved, Math.max(0, batch.requestsSaved())); // a counter cannot fall; the snapshot can
  }

  private static void add(Counter counter, long count) {
    counter.increment((double) count);
  }
}
