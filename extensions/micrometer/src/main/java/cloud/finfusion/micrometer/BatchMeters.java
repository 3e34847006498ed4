package cloud.finfusion.micrometer;

import cloud.finfusion.metrics.BatchRecord;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
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

  BatchMeters(MeterRegistry registry, String client, String operation) {
    batches = FinFusionMeter.BATCHES.timer(registry, client, operation);
    succeeded = items(registry, client, operation, "succeeded");
    failed = items(registry, client, operation, "failed");
    unknown = items(registry, client, operation, "unknown");
    skipped = items(registry, client, operation, "skipped");
    requests = FinFusionMeter.BATCH_REQUESTS.counter(registry, client, operation);
    sentAgain = FinFusionMeter.BATCH_SENT_AGAIN.counter(registry, client, operation);
    saved = FinFusionMeter.BATCH_REQUESTS_SAVED.counter(registry, client, operation);
  }

  private static Counter items(
      MeterRegistry registry, String client, String operation, String result) {
    return FinFusionMeter.BATCH_ITEMS.counter(registry, client, operation, result);
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
