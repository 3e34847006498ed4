package cloud.finfusion.cache;

import static cloud.finfusion.testing.FakeServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.FinFusion;
import cloud.finfusion.TestOptions;
import cloud.finfusion.error.Outcome;
import cloud.finfusion.metrics.CallRecord;
import cloud.finfusion.model.Customer;
import cloud.finfusion.ratelimit.RateLimiter;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.FakeTime;
import cloud.finfusion.testing.RecordingListener;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.TestClients;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which responses are cached, for whom, and for how long. */
class CacheTest {
  private final FakeTime time = FakeTime.flowing();
  private final RecordingListener listener = new RecordingListener();
  @AutoClose private final FakeServer server = new FakeServer().responds(json(Samples.CUSTOMER));

  private FinFusion.Builder cached() {
    return TestOptions.time(TestClients.of(server), time)
        .listener(listener)
        .cache(CacheOptions.builder().build());
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C123 the same read within the ttl is one request, and is told as a call of none")
  void oneRequest(BlockingOrAsync mode) {
    RateLimiter limiter = RateLimiter.standard();
    try (Calls calls = new Calls(cached().rateLimiter(limiter).build(), mode)) {
      Customer first = calls.customer("cust_1");
      long permits = limiter.remaining();
      time.advance(Duration.ofHours(1).toNanos() - 1);
      assertThat(calls.customer("cust_1")).isEqualTo(first);

      assertThat(server.requests()).hasSize(1);
      assertThat(limiter.remaining()).isGreaterThanOrEqualTo(permits);
      assertThat(listener.calls()).extracting(CallRecord::attempts).containsExactly(1, 0);
      assertThat(listener.calls()).extracting(CallRecord::outcome).containsOnly(Outcome.DONE);
      assertThat(calls.client().cache().statistics()).isEqualTo(new CacheStatistics(1, 0, 1, 1));

      time.advance(1);
      calls.customer("cust_1");
      assertThat(server.requests()).hasSize(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C123 a page of a list is kept, each page for itself")
  void aPage(BlockingOrAsync mode) {
    server.responds(json("{\"data\":[" + Samples.CUSTOMER + "],\"has_more\":false}"));
    try (FinFusion client = cached().build()) {
      for (int i = 0; i < 2; i++) {
        assertThat(
                mode.of(
                    () -> client.customers().list().pages().iterator().next(),
                    () -> client.async().customers().list().first()))
            .isNotNull();
      }
      assertThat(server.requests()).hasSize(1);
      assertThat(client.cache().invalidate("customer.list.*")).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void withoutTheOptionAndWithoutTheMarkEachReadIsARequest(BlockingOrAsync mode) {
    try (Calls off = new Calls(TestClients.of(server).build(), mode);
        Calls on = new Calls(cached().build(), mode)) {
      off.customer("cust_1");
      off.customer("cust_1");
      assertThat(off.client().cache().statistics()).isEqualTo(new CacheStatistics(0, 0, 0, 0));

      server.responds(json(Samples.PAYMENT));
      on.payment("pay_1");
      on.payment("pay_1");
      assertThat(server.requests()).hasSize(4);
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C134 what a caller does to a response changes no later hit")
  void aCallerChangesWhatItGot(BlockingOrAsync mode) {
    server.responds(json("{\"id\":\"cust_1\",\"metadata\":{\"a\":\"1\"}}"));
    try (Calls calls = new Calls(cached().build(), mode)) {
      Customer first = calls.customer("cust_1");
      assertThatThrownBy(() -> Objects.requireNonNull(first.metadata()).clear())
          .isInstanceOf(UnsupportedOperationException.class);

      assertThat(calls.customer("cust_1").metadata()).containsEntry("a", "1");
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void aClosedClientReturnsNothing() {
    FinFusion client = cached().build();
    client.customers().retrieve("cust_1");
    client.close();

    assertThatThrownBy(() -> client.customers().retrieve("cust_1"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("the client is closed.");
  }

  /** As every other call of a closed client; a cached response does not hide it. */
  @ParameterizedTest
  @EnumSource
  void aReadOfAClosedClientIsNotifiedAndRefused(BlockingOrAsync mode) {
    Calls calls = new Calls(cached().build(), mode);
    calls.customer("cust_1");
    calls.close();

    assertThatThrownBy(() -> calls.customer("cust_1"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("the client is closed");
    assertThat(listener.calls())
        .extracting(CallRecord::outcome)
        .containsExactly(Outcome.DONE, Outcome.NOT_SENT);
  }

  @Test
  void anAsynchronousReadOfAClosedClientFailsByItsFuture() {
    FinFusion client = cached().build();
    client.close();

    assertThat(client.async().customers().retrieve("cust_1")).isCompletedExceptionally();
  }
}
