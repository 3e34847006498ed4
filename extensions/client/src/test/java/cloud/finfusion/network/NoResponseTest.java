package cloud.finfusion.network;

import static cloud.finfusion.testing.FakeServer.dropped;
import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.FinFusion;
import cloud.finfusion.api.PaymentsApi;
import cloud.finfusion.call.Idempotency;
import cloud.finfusion.model.PaymentCaptureParams;
import cloud.finfusion.ratelimit.RateLimiter;
import cloud.finfusion.ratelimit.Reservations;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.CallEnds;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.SocketServer;
import cloud.finfusion.testing.TestClients;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import retrofit2.Call;

/** Outcome and retryable of calls that end without a response, or with one that is unreadable. */
class NoResponseTest {
  @AutoClose private final FakeServer server = new FakeServer();

  private FinFusion.Builder withKey() {
    return TestClients.of(server).retries(0);
  }

  private FinFusion.Builder withoutKey() {
    return withKey().idempotency(Idempotency.OFF);
  }

  @ParameterizedTest
  @EnumSource
  void aConnectionThatBroke(BlockingOrAsync mode) {
    server.responds(dropped());

    assertThat(CallEnds.ofWrite(withoutKey(), mode)).isEqualTo("unknown");
    assertThat(CallEnds.ofWrite(withKey(), mode)).isEqualTo("unknown, again");
    assertThat(CallEnds.ofRead(withKey(), mode)).isEqualTo("unknown, again");
  }

  @ParameterizedTest
  @EnumSource
  void aResponseThatCannotBeRead(BlockingOrAsync mode) {
    server.responds(FakeServer.json("{\"id\":"));

    assertThat(CallEnds.ofWrite(withoutKey(), mode)).isEqualTo("unknown");
    assertThat(CallEnds.ofWrite(withKey(), mode)).isEqualTo("unknown, again");
    assertThat(CallEnds.ofRead(withKey(), mode)).isEqualTo("unknown, again");
  }

  @ParameterizedTest
  @EnumSource
  void aStatusThatIsNotFinal(BlockingOrAsync mode) throws IOException {
    for (String status : List.of("000", "099", "101")) {
      try (SocketServer odd =
          SocketServer.plain(
              (connection, request) ->
                  connection.write("HTTP/1.1 " + status + " Odd\r\nContent-Length: 0\r\n\r\n"))) {
        FinFusion.Builder client = withKey().baseUrl(odd.uri());
        assertThat(CallEnds.ofWrite(client, mode)).as(status).isEqualTo("unknown, again");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aServerThatIsNotThere(BlockingOrAsync mode) {
    FinFusion.Builder withoutKey = withoutKey();
    FinFusion.Builder withKey = withKey();
    server.refuseConnections();

    assertThat(CallEnds.ofWrite(withoutKey, mode)).isEqualTo("not_sent, again");
    assertThat(CallEnds.ofWrite(withKey, mode)).isEqualTo("not_sent, again");
    assertThat(CallEnds.ofRead(withKey, mode)).isEqualTo("not_sent, again");
  }

  @ParameterizedTest
  @EnumSource
  void noPermit(BlockingOrAsync mode) {
    RateLimiter empty = onePermit();
    Reservations.reserve(empty, 0);

    assertThat(CallEnds.ofWrite(withoutKey().rateLimiter(empty), mode))
        .isEqualTo("not_sent, again");
    assertThat(CallEnds.ofWrite(withKey().rateLimiter(empty), mode)).isEqualTo("not_sent, again");
    assertThat(CallEnds.ofRead(withKey().rateLimiter(empty), mode)).isEqualTo("not_sent, again");
  }

  @ParameterizedTest
  @EnumSource
  void noPermitAfterAConnectionThatBroke(BlockingOrAsync mode) {
    server.responds(dropped());
    FinFusion.Builder client = withKey().retries(1);

    assertThat(CallEnds.ofWrite(client.rateLimiter(onePermit()), mode)).isEqualTo("unknown, again");
    assertThat(CallEnds.ofRead(client.rateLimiter(onePermit()), mode)).isEqualTo("unknown, again");
  }

  private static RateLimiter onePermit() {
    return RateLimiter.builder().burst(1).failFast().clock(() -> 0).build();
  }

  @ParameterizedTest
  @EnumSource
  void cancelledWhenTheServerHasTheRequest(BlockingOrAsync mode) {
    AtomicReference<@Nullable Call<?>> running = new AtomicReference<>();
    try (FakeServer cancelling = new FakeServer(web -> web.setDispatcher(cancelling(running)));
        FinFusion withKey = TestClients.of(cancelling).build();
        FinFusion withoutKey = TestClients.of(cancelling).idempotency(Idempotency.OFF).build()) {
      assertThat(CallEnds.ofWrite(() -> run(withoutKey, mode, running, capture(withoutKey))))
          .isEqualTo("unknown");
      assertThat(CallEnds.ofWrite(() -> run(withKey, mode, running, capture(withKey))))
          .isEqualTo("unknown, again");
      assertThat(CallEnds.ofRead(() -> run(withKey, mode, running, retrieve(withKey))))
          .isEqualTo("unknown, again");
    }
  }

  private static Dispatcher cancelling(AtomicReference<@Nullable Call<?>> running) {
    return new Dispatcher() {
      @Override
      public MockResponse dispatch(RecordedRequest request) {
        Objects.requireNonNull(running.get()).cancel();
        return FakeServer.silence();
      }
    };
  }

  private static Call<?> capture(FinFusion client) {
    PaymentCaptureParams all = PaymentCaptureParams.builder().build();
    return client.api(PaymentsApi.class).capturePayment("pay_1", all, null);
  }

  private static Call<?> retrieve(FinFusion client) {
    return client.api(PaymentsApi.class).retrievePayment("pay_1");
  }

  private static void run(
      FinFusion client,
      BlockingOrAsync mode,
      AtomicReference<@Nullable Call<?>> running,
      Call<?> call) {
    running.set(call);
    new Calls(client, mode).raw(call);
  }
}
