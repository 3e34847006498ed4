package cloud.finfusion.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.metrics.BatchRecord;
import cloud.finfusion.metrics.CacheRecord;
import cloud.finfusion.metrics.CallListener;
import cloud.finfusion.metrics.PermitRecord;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Each event is counted where the table says. */
class EventMetersTest {
  private static final String OPERATION = "customers.createBatch";

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final CallListener listener =
      MicrometerReporter.of(registry).attach(new FixedClient("c", true, FixedClient.FULL));

  private long count(FinFusionMeter meter, String... tags) {
    return Meters.count(registry, meter, tags);
  }

  @Test
  void aBatchIsCountedByItemsAndRequests() {
    listener.batchEnded(new BatchRecord(OPERATION, 50, 4, 3, 2, 5, 7, Duration.ofSeconds(3)));

    assertThat(count(FinFusionMeter.BATCHES)).isOne();
    assertThat(count(FinFusionMeter.BATCH_ITEMS, "result", "succeeded")).isEqualTo(50);
    assertThat(count(FinFusionMeter.BATCH_ITEMS, "result", "failed")).isEqualTo(4);
    assertThat(count(FinFusionMeter.BATCH_ITEMS, "result", "unknown")).isEqualTo(3);
    assertThat(count(FinFusionMeter.BATCH_ITEMS, "result", "skipped")).isEqualTo(2);
    assertThat(count(FinFusionMeter.BATCH_REQUESTS)).isEqualTo(5);
    assertThat(count(FinFusionMeter.BATCH_SENT_AGAIN)).isEqualTo(7);
    assertThat(count(FinFusionMeter.BATCH_REQUESTS_SAVED)).isEqualTo(57 - 5);
  }

  @Test
  void aBatchThatSavesNothingTakesNothingAway() {
    listener.batchEnded(new BatchRecord(OPERATION, 9, 0, 0, 0, 1, 0, Duration.ZERO));
    listener.batchEnded(new BatchRecord(OPERATION, 1, 0, 0, 0, 3, 2, Duration.ZERO));

    assertThat(count(FinFusionMeter.BATCH_REQUESTS_SAVED)).isEqualTo(8);
  }

  @Test
  void readsAreCountedByWhatTheCacheHad() {
    listener.cacheRead(new CacheRecord("customers.retrieve", CacheRecord.Result.HIT));
    listener.cacheRead(new CacheRecord("customers.retrieve", CacheRecord.Result.HIT));
    listener.cacheRead(new CacheRecord("customers.retrieve", CacheRecord.Result.JOINED));
    listener.cacheRead(new CacheRecord("customers.list", CacheRecord.Result.MISS));
    listener.cacheEvicted("customer");

    assertThat(count(FinFusionMeter.CACHE_READS, "result", "hit")).isEqualTo(2);
    assertThat(count(FinFusionMeter.CACHE_READS, "result", "joined")).isOne();
    assertThat(count(FinFusionMeter.CACHE_READS, "operation", "customers.list")).isOne();
    assertThat(count(FinFusionMeter.CACHE_EVICTIONS)).isOne();
  }

  @Test
  void permitsAreCountedBySource() {
    listener.permitWaited(new PermitRecord(OPERATION, "rate", Duration.ofSeconds(2)));
    listener.permitRefused(new PermitRecord(OPERATION, "token", Duration.ofSeconds(9)));

    assertThat(registry.get(FinFusionMeter.PERMIT_WAITS.id()).timer().totalTime(TimeUnit.SECONDS))
        .isEqualTo(2);
    assertThat(count(FinFusionMeter.PERMIT_WAITS, "source", "rate")).isOne();
    assertThat(count(FinFusionMeter.PERMIT_REFUSALS, "source", "token")).isOne();
    assertThat(count(FinFusionMeter.PERMIT_REFUSALS)).isOne();
  }

  @Test
  void refusedTokensAreCountedByWhatCameOfThem() {
    listener.credentialRefreshed(OPERATION, true);
    listener.credentialRefreshed(OPERATION, true);
    listener.credentialRefreshed(OPERATION, false);

    assertThat(count(FinFusionMeter.CREDENTIAL_REFRESHES, "result", "replaced")).isEqualTo(2);
    assertThat(count(FinFusionMeter.CREDENTIAL_REFRESHES, "result", "kept")).isOne();
  }

  @Test
  void countersThatAlertsCompareStartAtZero() {
    for (String source : new String[] {"token", "rate", "concurrency", "circuit"}) {
      assertThat(registry.get(FinFusionMeter.PERMIT_REFUSALS.id()).tag("source", source).counter())
          .isNotNull();
    }
    assertThat(
            registry
                .get(FinFusionMeter.WEBHOOKS.id())
                .tag("verdict", "WebhookSignatureException")
                .counter()
                .count())
        .isZero();
  }
}
