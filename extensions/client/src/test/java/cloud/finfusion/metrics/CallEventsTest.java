package cloud.finfusion.metrics;

import static cloud.finfusion.testing.FakeServer.json;
import static cloud.finfusion.testing.FakeServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import cloud.finfusion.FinFusion;
import cloud.finfusion.call.CallOptions;
import cloud.finfusion.call.ResponseInfo;
import cloud.finfusion.error.Outcome;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.RecordingListener;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.TestClients;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CallEventsTest {
  private final RecordingListener listener = new RecordingListener();
  @AutoClose private final FakeServer server = new FakeServer();

  @AutoClose
  private final FinFusion client =
      TestClients.of(server).listener(new Thrower()).listener(listener).build();

  @ParameterizedTest
  @EnumSource
  @DisplayName("C030 a call is told of once, an attempt each, though another listener throws")
  void oneCallTwoAttempts(BlockingOrAsync mode) {
    server.responds(status(500), json(Samples.PAYMENT));

    new Calls(client, mode).pay();

    assertThat(listener.calls()).hasSize(1);
    CallRecord call = listener.calls().get(0);
    assertThat(call.operation()).isEqualTo("payments.create");
    assertThat(call.outcome()).isEqualTo(Outcome.DONE);
    assertThat(call.status()).isEqualTo(200);
    assertThat(call.attempts()).isEqualTo(2);
    assertThat(listener.attempts()).extracting(AttemptRecord::status).containsExactly(500, 200);
  }

  @ParameterizedTest
  @EnumSource
  void outcomesAreNotified(BlockingOrAsync mode) {
    assertThat(outcomeOf(mode, 404)).isEqualTo(Outcome.REFUSED);
    assertThat(outcomeOf(mode, 500)).isEqualTo(Outcome.UNKNOWN);
    server.responds(json("<html>"));
    assertThat(catchThrowable(() -> new Calls(client, mode).pay())).isNotNull();
    assertThat(listener.calls().get(2).outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(listener.calls()).hasSize(3);
  }

  @ParameterizedTest
  @EnumSource
  void aReadOfWhatIsNotThereIsRefusedAfterAnOutageToo(BlockingOrAsync mode) {
    String missing = "{\"error\":{\"code\":\"VAL003\",\"message\":\"no such customer\"}}";
    server.responds(status(500), FakeServer.response(404, missing).build());
    assertThat(catchThrowable(() -> new Calls(client, mode).customer("cust_1"))).isNotNull();

    assertThat(listener.calls())
        .singleElement()
        .extracting(CallRecord::outcome, CallRecord::result)
        .containsExactly(Outcome.REFUSED, CallRecord.Result.BUSINESS_REFUSAL);
  }

  private Outcome outcomeOf(BlockingOrAsync mode, int status) {
    server.responds(status(status));
    assertThat(catchThrowable(() -> new Calls(client, mode).pay())).isNotNull();
    return listener.calls().get(listener.calls().size() - 1).outcome();
  }

  @ParameterizedTest
  @EnumSource
  void nothingSentIsNotifiedToo(BlockingOrAsync mode) {
    server.refuseConnections();
    assertThat(catchThrowable(() -> new Calls(client, mode).pay())).isNotNull();

    assertThat(listener.calls())
        .singleElement()
        .satisfies(
            call -> {
              assertThat(call.outcome()).isEqualTo(Outcome.NOT_SENT);
              assertThat(call.status()).isZero();
            });
    assertThat(listener.attempts()).hasSize(4);
  }

  @ParameterizedTest
  @EnumSource
  void aRefusedCallOfAClosedClientIsNotifiedInBothModes(BlockingOrAsync mode) {
    client.close();
    assertThat(catchThrowable(() -> new Calls(client, mode).pay())).isNotNull();

    assertThat(listener.calls()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  @SuppressWarnings("NullAway") // what a listener may pass all the same
  void aHeaderOfAListenerThatCannotBeSentIsIgnoredAndTheOthersAreSent(BlockingOrAsync mode) {
    CallListener adding =
        new CallListener() {
          @Override
          public void attemptStarted(AttemptStarted attempt) {
            attempt.addHeader("traceparent", null);
            attempt.addHeader(null, "a");
            attempt.addHeader("X-Team", "a\u0000b");
            attempt.addHeader("bad name", "a");
            attempt.addHeader("X-Shop", "a");
          }
        };
    server.responds(FakeServer.json(Samples.PAYMENT));
    try (Calls calls = new Calls(TestClients.of(server).listener(adding).build(), mode)) {
      calls.pay();
    }

    assertThat(server.headers("X-Shop")).containsExactly("a");
    assertThat(server.headers("traceparent")).containsOnlyNulls();
    assertThat(server.headers("X-Team")).containsOnlyNulls();
  }

  @ParameterizedTest
  @EnumSource
  void theLastResponseIsShownToTheCaller(BlockingOrAsync mode) {
    List<ResponseInfo> seen = new ArrayList<>();
    CallOptions options =
        CallOptions.builder()
            .onResponse(
                info -> {
                  seen.add(info);
                  throw new IllegalStateException("of the caller");
                })
            .build();
    server.responds(
        status(503),
        FakeServer.response(200, Samples.PAYMENT).addHeader("X-Request-Id", "req_7").build());

    new Calls(client, mode).pay(Samples.payment(), options);

    assertThat(seen)
        .singleElement()
        .satisfies(
            info -> {
              assertThat(info.status()).isEqualTo(200);
              assertThat(info.requestId()).isEqualTo("req_7");
              assertThat(info.attempts()).isEqualTo(2);
            });
  }

  private static final class Thrower implements CallListener {
    @Override
    public void callEnded(CallRecord call) {
      throw new NoClassDefFoundError("of a listener");
    }

    @Override
    public void attemptEnded(AttemptRecord attempt) {
      throw new IllegalStateException("of a listener");
    }
  }
}
