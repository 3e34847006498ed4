package cloud.finfusion.retry;

import static cloud.finfusion.testing.FakeServer.json;
import static cloud.finfusion.testing.FakeServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cloud.finfusion.FinFusion;
import cloud.finfusion.cache.CacheOptions;
import cloud.finfusion.cache.CacheStatistics;
import cloud.finfusion.call.CallOptions;
import cloud.finfusion.call.ResponseInfo;
import cloud.finfusion.error.ServerException;
import cloud.finfusion.metrics.CallRecord;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.RecordingListener;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.TestClients;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a program may measure of its calls: how long they took, what came, what the cache saved. */
class CallFiguresTest {
  private final RecordingListener listener = new RecordingListener();
  @AutoClose private final FakeServer server = new FakeServer();

  private FinFusion.Builder client() {
    return TestClients.of(server).listener(listener);
  }

  @ParameterizedTest
  @EnumSource
  void aCallTookAsLongAsItsWaits(BlockingOrAsync mode) {
    server.responds(
        status(503, "Retry-After", "7"), status(503, "Retry-After", "5"), json(Samples.PAYMENT));
    try (Calls calls = new Calls(client().build(), mode)) {
      calls.pay();
    }

    assertThat(listener.calls())
        .extracting(CallRecord::elapsed)
        .containsExactly(Duration.ofSeconds(12));
  }

  @ParameterizedTest
  @EnumSource
  void soDidOneThatFailed(BlockingOrAsync mode) {
    server.responds(status(503, "Retry-After", "7"));
    try (Calls calls = new Calls(client().retries(2).build(), mode)) {
      ServerException error =
          catchThrowableOfType(ServerException.class, () -> calls.payment("pay_1"));
      assertThat(error.elapsed()).isEqualTo(Duration.ofSeconds(14));
      assertThat(error.attempts()).isEqualTo(3);
    }

    assertThat(listener.calls())
        .extracting(CallRecord::elapsed)
        .containsExactly(Duration.ofSeconds(14));
  }

  @ParameterizedTest
  @EnumSource
  void theHeadersOfTheLastResponseAreShown(BlockingOrAsync mode) {
    List<ResponseInfo> seen = new CopyOnWriteArrayList<>();
    CallOptions options = CallOptions.builder().onResponse(seen::add).build();
    server.responds(
        status(503, "X-First", "1"),
        FakeServer.response(200, Samples.PAYMENT)
            .setHeader("X-Shard", "Seven")
            .addHeader("Idempotent-Replayed", "true")
            .build(),
        json(Samples.PAYMENT));
    try (Calls calls = new Calls(client().build(), mode)) {
      calls.pay(Samples.payment(), options);
      calls.pay(Samples.payment(), options);
    }

    assertThat(seen.get(0).headers())
        .containsOnlyKeys("content-length", "x-shard", "idempotent-replayed")
        .containsEntry("x-shard", List.of("Seven"));
    assertThat(seen).extracting(ResponseInfo::replayed).containsExactly(true, false);
    assertThat(seen.toString()).doesNotContain("Seven");
  }

  @ParameterizedTest
  @EnumSource
  void theCacheCountsWhatItSaved(BlockingOrAsync mode) {
    server.responds(json(Samples.CUSTOMER));
    try (Calls calls = new Calls(client().cache(CacheOptions.builder().build()).build(), mode)) {
      for (String id : List.of("cust_1", "cust_1", "cust_2", "cust_1")) {
        calls.customer(id);
      }

      assertThat(calls.client().cache().statistics()).isEqualTo(new CacheStatistics(2, 0, 2, 2));
      assertThat(calls.client().cache().statistics().hits()).isEqualTo(2);
    }
    assertThat(server.requests()).hasSize(2);
    assertThat(listener.calls()).extracting(CallRecord::attempts).containsExactly(1, 0, 1, 0);
  }
}
