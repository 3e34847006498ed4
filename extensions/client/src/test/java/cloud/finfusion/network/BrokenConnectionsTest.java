package cloud.finfusion.network;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cloud.finfusion.FinFusion;
import cloud.finfusion.TestOptions;
import cloud.finfusion.call.CallOptions;
import cloud.finfusion.error.ConnectionException;
import cloud.finfusion.error.Outcome;
import cloud.finfusion.sandbox.Sandbox;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.FakeTime;
import cloud.finfusion.testing.RawServer;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.TestClients;
import java.net.SocketException;
import java.net.URI;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a connection does in place of a response is a typed error and never a success. */
@Timeout(30)
class BrokenConnectionsTest {
  private static final byte[] HALF_A_RESPONSE =
      ("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n" + Samples.CUSTOMER).getBytes(US_ASCII);

  private static final CallOptions SHORT =
      CallOptions.builder().timeout(Duration.ofSeconds(2)).build();

  static Stream<Arguments> inPlaceOfAResponse() {
    byte[] random = new byte[512];
    new Random(55).nextBytes(random);
    return Stream.of(BlockingOrAsync.values())
        .flatMap(
            mode ->
                Stream.of(
                    Arguments.of("C055 an empty reply, then closed", mode, new byte[0]),
                    Arguments.of("C055 512 random bytes", mode, random),
                    Arguments.of("C052 a body that is cut", mode, HALF_A_RESPONSE)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("inPlaceOfAResponse")
  void closed(String name, BlockingOrAsync mode, byte[] bytes) throws Exception {
    try (RawServer server = RawServer.closing(bytes)) {
      broken(mode, server);
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C055 RST in the body")
  void reset(BlockingOrAsync mode) throws Exception {
    try (RawServer server = RawServer.resetting(HALF_A_RESPONSE)) {
      assertThat(broken(mode, server)).hasRootCauseInstanceOf(SocketException.class);
    }
  }

  private static ConnectionException broken(BlockingOrAsync mode, RawServer server) {
    try (Calls calls = new Calls(client(server.uri()).retries(1).build(), mode)) {
      ConnectionException error =
          catchThrowableOfType(ConnectionException.class, () -> calls.customer("cust_1"));

      assertThat(error)
          .hasMessage(
              "customers.retrieve: the connection to 127.0.0.1 broke or timed out before the response "
                  + "was complete. Try again. Tried 2 times.");
      assertThat(server.requests()).isEqualTo(2);
      return error;
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C047 accepted and no response: a typed error after the attempt's timeout")
  void neverResponded(BlockingOrAsync mode) {
    try (FakeServer server = new FakeServer().responds(FakeServer.silence());
        Calls calls = new Calls(TestClients.of(server).retries(0).build(), mode)) {
      ConnectionException error =
          catchThrowableOfType(ConnectionException.class, () -> calls.payment("pay_1", SHORT));

      assertThat(error).hasMessageContaining(" broke or timed out ");
      assertThat(server.requests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("a timeout of a call may be longer than its client's")
  void aLongerTimeout(BlockingOrAsync mode) {
    CallOptions patient = CallOptions.builder().timeout(Duration.ofSeconds(20)).build();
    try (FakeServer server = new FakeServer();
        Calls calls =
            new Calls(
                TestClients.of(server).timeout(Duration.ofMillis(300)).retries(0).build(), mode)) {
      server.responds(
          FakeServer.response(200, Samples.PAYMENT)
              .headersDelay(900, TimeUnit.MILLISECONDS)
              .build());

      assertThat(calls.payment("pay_1", patient).id()).isEqualTo("pay_1");
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C046 C012 a host that is not known: typed, named, not sent")
  void anUnknownHost(BlockingOrAsync mode) {
    URI nowhere = URI.create("https://nowhere.invalid");
    try (Calls calls = new Calls(client(nowhere).retries(0).build(), mode)) {
      ConnectionException error = catchThrowableOfType(ConnectionException.class, calls::pay);

      assertThat(error)
          .hasMessage(
              "payments.create: no connection to nowhere.invalid, the host is not known. "
                  + "Nothing was sent. Check the base URL and the network.");
      assertThat(error.outcome()).isEqualTo(Outcome.NOT_SENT);
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C046 an address that nothing leads to: typed, named, not sent")
  void unroutable(BlockingOrAsync mode) {
    URI unroutable = URI.create("https://192.0.2.1"); // RFC 5737: never in use
    FinFusion.Builder client = client(unroutable).connectTimeout(Duration.ofMillis(300)).retries(0);
    try (Calls calls = new Calls(client.build(), mode)) {
      ConnectionException error = catchThrowableOfType(ConnectionException.class, calls::pay);

      assertThat(error)
          .hasMessageStartingWith("payments.create: no connection to 192.0.2.1, it ")
          .hasMessageNotContaining(Samples.KEY);
      assertThat(error.outcome()).isEqualTo(Outcome.NOT_SENT);
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C053 chunks that end without the last one, after the whole JSON: asked for again")
  void unendedChunks(BlockingOrAsync mode) {
    try (Sandbox sandbox = Sandbox.start();
        Calls calls = new Calls(TestClients.of(sandbox).build(), mode)) {
      sandbox.faults().truncateChunked("payments.create", 2);

      String id = calls.pay().id();

      assertThat(sandbox.requests()).hasSize(3);
      assertThat(sandbox.ledger().charges()).extracting("resourceId").containsExactly(id);
    }
  }

  private static FinFusion.Builder client(URI uri) {
    return TestOptions.time(
        FinFusion.builder().apiKey(Samples.KEY).baseUrl(uri), FakeTime.flowing());
  }
}
