package cloud.finfusion.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.error.Outcome;
import cloud.finfusion.metrics.AttemptRecord;
import cloud.finfusion.metrics.BatchRecord;
import cloud.finfusion.metrics.BulkProgress;
import cloud.finfusion.metrics.CacheRecord;
import cloud.finfusion.metrics.CallAttributes;
import cloud.finfusion.metrics.CallListener;
import cloud.finfusion.metrics.CallRecord;
import cloud.finfusion.metrics.PermitRecord;
import cloud.finfusion.metrics.RetryRecord;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Theme M of the fault catalogue: no value that others choose makes meters without end. */
class BoundedTagsTest {
  private static final int MANY = 10_000;
  private static final String OPERATION = "payments.create";
  private static final CallAttributes ATTRIBUTES = new CallAttributes();

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final CallListener listener =
      MicrometerReporter.of(registry).attach(new FixedClient("c", true, FixedClient.FULL));

  private static CallRecord failed(String operation, String type, String code, int status) {
    return new CallRecord(
        operation, Outcome.REFUSED, status, 1, Duration.ZERO, type, code, ATTRIBUTES);
  }

  private int metersAfter(IntConsumer event) {
    for (int i = 0; i < MANY; i++) {
      event.accept(i);
    }
    return registry.getMeters().size();
  }

  @Test
  @DisplayName("C182 10,000 codes that the specification does not have are one")
  void codesOfAServer() {
    listener.callEnded(failed(OPERATION, "ApiException", "NOT_KNOWN", 400));
    int meters = registry.getMeters().size();

    assertThat(
            metersAfter(i -> listener.callEnded(failed(OPERATION, "ApiException", "E" + i, 400))))
        .isEqualTo(meters);
    assertThat(Meters.count(registry, FinFusionMeter.ERRORS, "code", "other")).isEqualTo(MANY + 1);
  }

  @Test
  void aKnownCodeIsKept() {
    listener.callEnded(failed(OPERATION, "RateLimitException", "RATE001", 429));

    assertThat(Meters.count(registry, FinFusionMeter.ERRORS, "code", "RATE001")).isOne();
  }

  @Test
  void statusesThatHttpDoesNotHaveAreOne() {
    listener.attemptEnded(new AttemptRecord(OPERATION, 1, 0, Duration.ZERO, null, ATTRIBUTES));
    listener.attemptEnded(new AttemptRecord(OPERATION, 1, 503, Duration.ZERO, null, ATTRIBUTES));
    for (int status : new int[] {-1, 1, 99, 600, 999, Integer.MAX_VALUE}) {
      listener.attemptEnded(
          new AttemptRecord(OPERATION, 1, status, Duration.ZERO, null, ATTRIBUTES));
    }

    assertThat(Meters.count(registry, FinFusionMeter.ATTEMPTS, "status", "none")).isOne();
    assertThat(Meters.count(registry, FinFusionMeter.ATTEMPTS, "status", "503")).isOne();
    assertThat(Meters.count(registry, FinFusionMeter.ATTEMPTS, "status", "other")).isEqualTo(6);
  }

  @Test
  @DisplayName("C182 10,000 hosts in names that others choose make few meters")
  void namesOfOthers() {
    assertThat(
            metersAfter(
                i -> {
                  String host = "host" + i + ".example.com";
                  listener.callEnded(failed(OPERATION, host, host, 400));
                  listener.callEnded(failed(OPERATION, host, host, 404));
                  listener.retryScheduled(new RetryRecord(OPERATION, 1, host, Duration.ZERO));
                  listener.permitWaited(new PermitRecord(OPERATION, host, Duration.ZERO));
                  listener.permitRefused(new PermitRecord(OPERATION, host, Duration.ZERO));
                  listener.webhookVerified(host);
                  listener.circuitChanged(host);
                  listener.cacheEvicted(host);
                }))
        .isLessThan(300);
    assertThat(Meters.count(registry, FinFusionMeter.WEBHOOKS, "verdict", "other"))
        .isGreaterThan(MANY - 100);
    assertThat(Meters.count(registry, FinFusionMeter.WEBHOOKS)).isEqualTo(MANY);
  }

  @Test
  void aServerThatUsesEveryStatusGetsFewMeters() {
    assertThat(
            metersAfter(
                i ->
                    listener.attemptEnded(
                        new AttemptRecord(
                            OPERATION, 1, 100 + i % 500, Duration.ZERO, null, ATTRIBUTES))))
        .isLessThan(100);
    assertThat(Meters.count(registry, FinFusionMeter.ATTEMPTS)).isEqualTo(MANY);
  }

  @Test
  void operationsOfAProgramOfItsOwnAreLimited() {
    IntConsumer everyEvent =
        i -> {
          String operation = "operation" + i;
          listener.callEnded(failed(operation, "ApiException", "VAL001", 400));
          listener.cacheRead(new CacheRecord(operation, CacheRecord.Result.HIT));
          listener.batchEnded(new BatchRecord(operation, 1, 0, 0, 0, 1, 0, Duration.ZERO));
          listener.bulkProgressed(
              new BulkProgress(operation, 1, 1, 0, 0, 1, 0, 1, Duration.ZERO, null));
        };

    int meters = metersAfter(everyEvent);

    assertThat(metersAfter(i -> everyEvent.accept(MANY + i))).isEqualTo(meters);
    assertThat(Meters.count(registry, FinFusionMeter.CALLS)).isEqualTo(2 * MANY);
  }
}
