package cloud.finfusion.network;

import static cloud.finfusion.testing.SocketServer.response;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cloud.finfusion.FinFusion;
import cloud.finfusion.TestOptions;
import cloud.finfusion.call.CallOptions;
import cloud.finfusion.error.ConnectionException;
import cloud.finfusion.error.OutcomeUnknownException;
import cloud.finfusion.metrics.AttemptRecord;
import cloud.finfusion.metrics.CallListener;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeTime;
import cloud.finfusion.testing.RecordingListener;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.SocketServer;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A kept connection that the server closed is replaced at once, once, where that does no harm. */
@Timeout(30)
class ClosedConnectionsTest {
  private static final String PAYMENT_OR_TOKEN =
      Samples.TOKEN.replace("}", ",") + Samples.PAYMENT.substring(1);

  private final RecordingListener listener = new RecordingListener();

  /** What each connection does, in order; the last is for all that follow. */
  private enum Does {
    RESPOND,
    RESPOND_AND_CLOSE,
    CLOSE
  }

  private volatile List<Does> script = List.of(Does.RESPOND_AND_CLOSE, Does.RESPOND);
  private volatile CountDownLatch together = new CountDownLatch(0);

  @AutoClose private final SocketServer server = SocketServer.plain(this::handle);

  private void handle(SocketServer.Connection connection, int request) throws IOException {
    Does does = script.get(Math.min(connection.number(), script.size()) - 1);
    await();
    if (does != Does.CLOSE) {
      connection.write(response(200, PAYMENT_OR_TOKEN));
    }
    if (does != Does.RESPOND) {
      connection.close();
    }
  }

  private void await() {
    try {
      together.countDown();
      together.await();
    } catch (InterruptedException never) {
      throw new AssertionError(never);
    }
  }

  /** On a clock that stands, a wait would never end. */
  private Calls calls(BlockingOrAsync mode, FakeTime time, int retries) {
    return calls(mode, time, retries, listener);
  }

  private Calls calls(BlockingOrAsync mode, FakeTime time, int retries, CallListener listening) {
    return new Calls(
        TestOptions.time(FinFusion.builder().apiKey(Samples.KEY).baseUrl(server.uri()), time)
            .listener(listening)
            .retries(retries)
            .build(),
        mode);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C2 the next read: at once on a new connection, without retries too")
  void aRead(BlockingOrAsync mode) {
    try (Calls calls = calls(mode, FakeTime.standing(), 0)) {
      calls.payment("pay_1");
      assertThat(calls.payment("pay_1").id()).isEqualTo("pay_1");

      assertThat(listener.attempts())
          .extracting(AttemptRecord::status)
          .containsExactly(200, 0, 200);
      assertThat(server.requests()).containsExactly(1, 1);
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C2 the next write with a key: at once on a new connection, without retries too")
  void aWriteWithAKey(BlockingOrAsync mode) {
    try (Calls calls = calls(mode, FakeTime.standing(), 0)) {
      calls.pay();
      assertThat(calls.pay().id()).isEqualTo("pay_1");

      assertThat(listener.attempts())
          .extracting(AttemptRecord::status)
          .containsExactly(200, 0, 200);
      assertThat(server.requests()).containsExactly(1, 1);
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C2 a write without a key is not repeated: its outcome is unknown")
  void aWriteWithoutAKey(BlockingOrAsync mode) {
    try (Calls calls = calls(mode, FakeTime.flowing(), 3)) {
      calls.token(CallOptions.none());

      assertThat(
              catchThrowableOfType(
                  OutcomeUnknownException.class, () -> calls.token(CallOptions.none())))
          .hasCauseInstanceOf(ConnectionException.class);
      assertThat(server.connections()).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C2 all kept connections were closed: the second attempt takes a new one")
  void severalWereClosed(BlockingOrAsync mode) {
    script = List.of(Does.RESPOND_AND_CLOSE, Does.RESPOND_AND_CLOSE, Does.RESPOND);
    together = new CountDownLatch(2);
    try (Calls calls = calls(mode, FakeTime.standing(), 0)) {
      Stream.of(
              calls.client().async().payments().retrieve("pay_1"),
              calls.client().async().payments().retrieve("pay_1"))
          .toList()
          .forEach(BlockingOrAsync::result);

      assertThat(calls.pay().id()).isEqualTo("pay_1");

      assertThat(server.requests()).containsExactly(1, 1, 1);
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C2 the new connection breaks too: only a retry, after its wait")
  void theNewOneBreaksToo(BlockingOrAsync mode) {
    script = List.of(Does.RESPOND_AND_CLOSE, Does.CLOSE, Does.RESPOND);
    FakeTime time = FakeTime.flowing();
    try (Calls calls = calls(mode, time, 1)) {
      calls.payment("pay_1");
      assertThat(calls.payment("pay_1").id()).isEqualTo("pay_1");

      assertThat(listener.attempts())
          .extracting(AttemptRecord::status)
          .containsExactly(200, 0, 0, 200);
      assertThat(time.waits()).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C2 the new connection breaks too, and there are no retries: the call fails")
  void noRetries(BlockingOrAsync mode) {
    script = List.of(Does.RESPOND_AND_CLOSE, Does.CLOSE, Does.RESPOND);
    try (Calls calls = calls(mode, FakeTime.standing(), 0)) {
      calls.payment("pay_1");

      assertThat(catchThrowableOfType(ConnectionException.class, () -> calls.payment("pay_1")))
          .hasMessageEndingWith("Tried 2 times.");
      assertThat(server.requests()).containsExactly(1, 1);
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C2 the second attempt meets a closed connection too: not repeated at once again")
  void onlyOnce(BlockingOrAsync mode) {
    script = List.of(Does.RESPOND_AND_CLOSE);
    AtomicReference<Runnable> atTheBreak = new AtomicReference<>(() -> {});
    CallListener other =
        new CallListener() {
          @Override
          public void attemptEnded(AttemptRecord attempt) {
            atTheBreak.getAndSet(() -> {}).run();
          }
        };
    try (Calls calls = calls(mode, FakeTime.standing(), 0, other)) {
      calls.payment("pay_1");
      atTheBreak.set(() -> calls.client().payments().retrieve("pay_2")); // leaves its connection

      assertThat(catchThrowableOfType(ConnectionException.class, () -> calls.payment("pay_1")))
          .hasMessageEndingWith("Tried 2 times.");
      assertThat(server.requests()).containsExactly(1, 1);
    }
  }
}
