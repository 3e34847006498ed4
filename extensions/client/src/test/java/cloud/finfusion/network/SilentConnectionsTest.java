package cloud.finfusion.network;

import static cloud.finfusion.testing.FakeServer.json;
import static cloud.finfusion.testing.FakeServer.silence;
import static cloud.finfusion.testing.SocketServer.response;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cloud.finfusion.FinFusion;
import cloud.finfusion.TestOptions;
import cloud.finfusion.call.CallOptions;
import cloud.finfusion.error.FinFusionException;
import cloud.finfusion.internal.time.SystemTime;
import cloud.finfusion.model.Payment;
import cloud.finfusion.testing.Await;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.FakeTime;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.SocketServer;
import cloud.finfusion.testing.TestCa;
import cloud.finfusion.testing.TestClients;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A peer that went silent on the kept connections costs one attempt, not one for each of them. */
@Timeout(30)
class SilentConnectionsTest {
  private static final int KEPT = 3;
  private static final TestCa AUTHORITY = new TestCa();
  private static final Duration SHORT = Duration.ofMillis(1500);
  private static final CallOptions BRIEF = CallOptions.builder().timeout(SHORT).build();
  private static final String PAYMENT = response(200, Samples.PAYMENT);

  private final CyclicBarrier together = new CyclicBarrier(KEPT);
  private volatile String beforeSilence = "";

  @AutoClose private final SocketServer server = SocketServer.plain(this::handle);

  /** The first connections respond once. */
  private void handle(SocketServer.Connection connection, int request) throws IOException {
    boolean first = connection.number() <= KEPT;
    if (first && request == 1) {
      await(together);
    }
    connection.write(!first || request == 1 ? PAYMENT : beforeSilence);
  }

  private static void await(CyclicBarrier together) {
    try {
      together.await();
    } catch (InterruptedException | BrokenBarrierException never) {
      throw new AssertionError(never);
    }
  }

  private FinFusion.Builder client() {
    return TestOptions.time(
            FinFusion.builder().apiKey(Samples.KEY).baseUrl(server.uri()), FakeTime.flowing())
        .retries(1);
  }

  private static Calls withKeptConnections(FinFusion.Builder client, BlockingOrAsync mode) {
    FinFusion made = client.build();
    List<CompletableFuture<Payment>> all =
        IntStream.range(0, KEPT).mapToObj(i -> made.async().payments().retrieve("pay_1")).toList();
    all.forEach(BlockingOrAsync::result);
    return new Calls(made, mode);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C1 several silent connections of HTTP/1.1: the next attempt takes a new one")
  void severalOfHttp1(BlockingOrAsync mode) {
    try (Calls calls = withKeptConnections(client(), mode)) {
      assertThat(calls.pay(Samples.payment(), BRIEF).id()).isEqualTo("pay_1");

      assertThat(server.connections()).hasSize(KEPT + 1);
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C1 connections that fall silent within a body: the next attempt takes a new one")
  void withinABody(BlockingOrAsync mode) {
    beforeSilence = PAYMENT.substring(0, PAYMENT.length() - 5);
    try (Calls calls = withKeptConnections(client(), mode)) {
      assertThat(calls.pay(Samples.payment(), BRIEF).id()).isEqualTo("pay_1");

      assertThat(server.connections()).hasSize(KEPT + 1);
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C1 a call that its deadline ended: the next one takes a new connection")
  void afterADeadline(BlockingOrAsync mode) {
    try (Calls calls = withKeptConnections(TestOptions.time(client(), new SystemTime()), mode)) {
      CallOptions late = CallOptions.builder().deadline(SHORT).build();
      assertThat(catchThrowableOfType(FinFusionException.class, () -> calls.payment("pay_1", late)))
          .isNotNull();

      assertThat(calls.payment("pay_1", BRIEF).id()).isEqualTo("pay_1");
      assertThat(server.connections()).hasSize(KEPT + 1);
    }
  }

  @Test
  @DisplayName(
      "C1 an async call that its deadline's alarm ended: the next one takes a new connection")
  void afterAnAlarm() {
    FakeTime time = FakeTime.standing();
    try (Calls calls =
        withKeptConnections(TestOptions.time(client(), time), BlockingOrAsync.ASYNC)) {
      CompletableFuture<Payment> silent = calls.client().async().payments().retrieve("pay_1");
      Await.until(() -> server.requests().contains(2));
      time.advance(Duration.ofMinutes(1).toNanos());
      assertThat(
              catchThrowableOfType(FinFusionException.class, () -> BlockingOrAsync.result(silent)))
          .isNotNull();

      assertThat(calls.payment("pay_1").id()).isEqualTo("pay_1");
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C1 a silent connection of HTTP/2 is not taken again, though another call is on it")
  void ofHttp2(BlockingOrAsync mode) {
    try (FakeServer http2 = http2();
        Calls calls = new Calls(TestClients.of(http2).network(AUTHORITY.trusted()).build(), mode)) {
      http2.responds(json(Samples.PAYMENT), silence(), silence(), json(Samples.PAYMENT));
      calls.payment("pay_1");
      CompletableFuture<Payment> other = calls.client().async().payments().retrieve("pay_2");
      Await.until(() -> http2.requests().size() == 2);

      assertThat(calls.pay(Samples.payment(), BRIEF).id()).isEqualTo("pay_1");

      assertThat(http2.requests())
          .allMatch(each -> each.getVersion().equals("HTTP/2"))
          .extracting(RecordedRequest::getConnectionIndex)
          .containsExactly(0, 0, 0, 1);
      assertThat(other).isNotDone();
      other.cancel(true);
    }
  }

  private static FakeServer http2() {
    return new FakeServer(
        plain -> plain.useHttps(AUTHORITY.server("localhost").sslSocketFactory()));
  }
}
