package cloud.finfusion.micrometer;

import cloud.finfusion.metrics.CacheRecord;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** The meters of one operation's reads that may be cached. Thread-safe. */
final class CacheMeters {
  private final Counter hits;
  private final Counter joined;
  private final Counter misses;

  CacheMeters(MeterRegistry registry, String client, String operation) {
    hits = FinFusionMeter.CACHE_READS.counter(registry, client, operation, "hit");
    joined = FinFusionMeter.CACHE_READS.counter(registry, client, operation, "joined");
    misses = FinFusionMeter.CACHE_READS.counter(registry, client, operation, "miss");
  }

  void read(CacheRecord.Result result) {
    switch (result) {
      case HIT -> hits.increment();
      case JOINED -> joined.increment();
      case MISS -> misses.increment();
    }
  }
}
