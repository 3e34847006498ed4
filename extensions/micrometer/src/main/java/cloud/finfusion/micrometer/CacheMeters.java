package cloud.finfusion.micrometer;

import cloud.finfusion.metrics.CacheRecord;
import io.micrometer.core.instrument.Counter;

/** The meters of one operation's reads that may be cached. Thread-safe. */
final class CacheMeters {
  private final Counter hits;
  private final Counter joined;
  private final Counter misses;

  CacheMeters(ClientMeterRegistry registry, String operation) {
    hits = registry.counter(FinFusionMeter.CACHE_READS, operation, "hit");
    joined = registry.counter(FinFusionMeter.CACHE_READS, operation, "joined");
    misses = registry.counter(FinFusionMeter.CACHE_READS, operation, "miss");
  }

  void read(CacheRecord.Result result) {
    switch (result) {
      case HIT -> hits.increment();
      case JOINED -> joined.increment();
      case MISS -> misses.increment();
    }
  }
}
