package cloud.finfusion.retry;

import static cloud.finfusion.testing.FakeServer.json;
import static cloud.finfusion.testing.FakeServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cloud.finfusion.FinFusion;
import cloud.finfusion.TestOptions;
import cloud.finfusion.call.CallOptions;
import cloud.finfusion.error.IdempotencyConflictException;
import cloud.finfusion.error.ServerException;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.FakeTime;
import cloud.finfusion.testing.RecordingListener;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.TestClients;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RetriesTest {
  private final FakeTime time = FakeTime.flowing();
  private final RecordingListener listener = new RecordingListener();
  @AutoClose private final FakeServer server = new FakeServer();

  @AutoClose
  private final FinFusion client =
      TestOptions.random(TestOptions.time(TestClients.of(server), time), () -> 0.5)
          .listener(listener)
          .build();

  @ParameterizedTest
  @EnumSource
  @DisplayName("C001 503, 503, 200: three requests, the documented waits, one call")
  void untilItWorks(BlockingOrAsync mode) {
    server.responds(status(503), status(503), json(Samples.CUSTOMER));

    assertThat(new Calls(client, mode).customer("cust_1").id()).isEqualTo("cust_1");

    assertThat(server.requests()).hasSize(3);
    assertThat(time.waits()).containsExactly(Duration.ofMillis(750), Duration.ofMillis(1500));
    assertThat(listener.calls())
        .singleElement()
        .satisfies(c -> assertThat(c.attempts()).isEqualTo(3));
    assertThat(listener.attempts()).extracting("number").containsExactly(1, 2, 3);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName(
      "C002 always 503, two retries: three requests, then the last response as typed error")
  void givesUp(BlockingOrAsync mode) {
    server.responds(status(503), status(503), status(503, "X-Request-Id", "req_last"));
    try (Calls calls = new Calls(TestClients.of(server).retries(2).build(), mode)) {
      ServerException error =
          catchThrowableOfType(ServerException.class, () -> calls.customer("cust_1"));

      assertThat(error)
          .hasMessage(
              "customers.retrieve: the server responded with 503; it failed or is unavailable. "
                  + "Try again later. Tried 3 times. Request req_last.");
      assertThat(error.attempts()).isEqualTo(3);
      assertThat(error.retryable()).isTrue();
      assertThat(server.requests()).hasSize(3);
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C003 the table of statuses on a read: tried again or not")
  void theTableOfStatuses(BlockingOrAsync mode) {
    for (int once : List.of(400, 401, 403, 404, 405, 409, 410, 422, 501, 505)) {
      assertThat(requestsAfter(mode, once)).as("status " + once).isEqualTo(1);
    }
    for (int again : List.of(408, 429, 500, 502, 503, 504)) {
      assertThat(requestsAfter(mode, again)).as("status " + again).isEqualTo(4);
    }
  }

  private int requestsAfter(BlockingOrAsync mode, int status) {
    int before = server.requests().size();
    server.responds(status(status));
    assertThat(catchThrowable(() -> new Calls(client, mode).customer("cust_1"))).isNotNull();
    return server.requests().size() - before;
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C005 the caller's key is on every attempt, as it is")
  void theCallersKey(BlockingOrAsync mode) {
    server.responds(status(500), FakeServer.dropped(), json(Samples.PAYMENT));
    CallOptions options = CallOptions.builder().idempotencyKey("order-42").build();

    new Calls(client, mode).pay(Samples.payment(), options);

    assertThat(server.headers("Idempotency-Key"))
        .containsExactly("order-42", "order-42", "order-42");
    assertThat(server.headers("X-Request-Id").stream().distinct()).hasSize(1);
    assertThat(server.headers("User-Agent").get(0)).startsWith("finfusion-java/");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C006 500 payments without a key of the caller have 500 random keys")
  void aKeyForEachPayment(BlockingOrAsync mode) {
    server.responds(json(Samples.PAYMENT));
    for (int i = 0; i < 500; i++) {
      new Calls(client, mode).pay();
    }

    Set<@Nullable String> keys = new HashSet<>(server.headers("Idempotency-Key"));

    assertThat(keys).hasSize(500);
    assertThat(keys)
        .allSatisfy(key -> assertThat(UUID.fromString(String.valueOf(key)).version()).isEqualTo(4));
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C014 409 while the first request runs: the same key again, until it is done")
  void inProgress(BlockingOrAsync mode) {
    server.responds(status(409), status(409), json(Samples.PAYMENT));

    new Calls(client, mode).pay();

    assertThat(server.requests()).hasSize(3);
    assertThat(server.headers("Idempotency-Key").stream().distinct()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C015 422 for a key used before: one request and its own error")
  void theKeyWasUsedForAnother(BlockingOrAsync mode) {
    server.responds(status(422));

    assertThat(
            catchThrowableOfType(
                IdempotencyConflictException.class, () -> new Calls(client, mode).pay()))
        .hasMessage(
            "payments.create: the server responded with 422; the idempotency key was used for another "
                + "request. Use a new key for a new request, also for another card after a decline.");
    assertThat(server.requests()).hasSize(1);
  }
}
