package cloud.finfusion.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cloud.finfusion.FinFusion;
import cloud.finfusion.TestOptions;
import cloud.finfusion.error.ConnectionException;
import cloud.finfusion.error.Outcome;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.FakeTime;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.TestCa;
import cloud.finfusion.testing.TestClients;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockWebServer;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The time to make a connection covers all of it, and nothing after it. */
@Timeout(20)
class MakingOfConnectionsTest {
  private static final TestCa AUTHORITY = new TestCa();
  private static final Duration SHORT = Duration.ofMillis(400);
  private static final Duration LONGER = Duration.ofMillis(1500); // enough for a handshake
  private static final byte[] START_OF_A_RECORD = {0x16, 3, 3, 0x40, 0};

  /** Takes connections, as the kernel does, and says nothing; to all addresses of this machine. */
  @AutoClose private ServerSocket silent;

  @BeforeEach
  void open() throws Exception {
    silent = new ServerSocket(0, 50);
  }

  private FinFusion.Builder client() {
    return TestOptions.time(
            FinFusion.builder()
                .apiKey(Samples.KEY)
                .baseUrl(URI.create("https://localhost:" + silent.getLocalPort())),
            FakeTime.flowing())
        .retries(0);
  }

  private static void timesOut(FinFusion.Builder client, BlockingOrAsync mode) {
    long from = System.nanoTime();
    try (Calls calls = new Calls(client.build(), mode)) {
      ConnectionException error = catchThrowableOfType(ConnectionException.class, calls::pay);

      assertThat(error).hasMessageContaining("it timed out");
      assertThat(error.outcome()).isEqualTo(Outcome.NOT_SENT);
      assertThat(System.nanoTime() - from).isLessThan(TimeUnit.SECONDS.toNanos(8));
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("connectTimeout bounds the TLS handshake")
  void theHandshake(BlockingOrAsync mode) {
    timesOut(client().connectTimeout(SHORT), mode);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("connectTimeout bounds a TLS handshake that comes byte by byte")
  void aSlowHandshake(BlockingOrAsync mode) {
    Thread dripping = new Thread(this::drip, "dripping");
    dripping.setDaemon(true);
    dripping.start();

    timesOut(client().connectTimeout(SHORT), mode);
  }

  private void drip() {
    try (Socket socket = silent.accept()) {
      socket.setSoTimeout((int) SHORT.toMillis() / 8);
      socket.getOutputStream().write(START_OF_A_RECORD);
      while (dripped(socket)) {
        socket.getOutputStream().write(1);
      }
    } catch (Exception over) {
      // the client is gone
    }
  }

  /** Whether the client is still there after a while. */
  private static boolean dripped(Socket socket) throws Exception {
    try {
      return socket.getInputStream().read() >= 0;
    } catch (SocketTimeoutException waited) {
      return true;
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("connectTimeout bounds the tunnel of a proxy")
  void theTunnel(BlockingOrAsync mode) {
    NetworkOptions proxy =
        NetworkOptions.builder().proxy("127.0.0.1", silent.getLocalPort()).build();
    timesOut(client().network(proxy).connectTimeout(SHORT), mode);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C1 a stalled proxy tunnel ends at the attempt's timeout")
  void theTunnelWithinTheAttempt(BlockingOrAsync mode) {
    NetworkOptions proxy =
        NetworkOptions.builder().proxy("127.0.0.1", silent.getLocalPort()).build();
    timesOut(client().network(proxy).timeout(SHORT), mode);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C1 a stalled handshake with several addresses ends at the attempt's timeout")
  void severalAddresses(BlockingOrAsync mode) throws Exception {
    List<InetAddress> addresses =
        List.of(
            InetAddress.getByAddress(new byte[] {127, 0, 0, 1}),
            InetAddress.getByAddress(new byte[] {127, 0, 0, 2}),
            InetAddress.getByAddress(new byte[] {127, 0, 0, 3}));
    OkHttpClient base = new OkHttpClient.Builder().dns(host -> addresses).build();

    timesOut(client().httpClient(base).timeout(SHORT), mode);
  }

  @ParameterizedTest(name = "connectTimeout says nothing of a response that comes later: {0}, {1}")
  @CsvSource({
    "BLOCKING, HTTP_1_1",
    "BLOCKING, HTTP_2",
    "BLOCKING,",
    "ASYNC, HTTP_1_1",
    "ASYNC, HTTP_2",
    "ASYNC,"
  })
  void aLateResponse(BlockingOrAsync mode, @Nullable Protocol secure) {
    try (FakeServer late = new FakeServer(web -> secure(web, secure));
        Calls calls =
            new Calls(
                TestClients.of(late).connectTimeout(LONGER).network(AUTHORITY.trusted()).build(),
                mode)) {
      late.responds(
          FakeServer.response(200, Samples.PAYMENT)
              .headersDelay(LONGER.toMillis() + 300, TimeUnit.MILLISECONDS)
              .build());

      assertThat(calls.pay().id()).isEqualTo("pay_1");
    }
  }

  private static void secure(MockWebServer web, @Nullable Protocol protocol) {
    if (protocol != null) {
      web.useHttps(AUTHORITY.server("localhost").sslSocketFactory());
      web.setProtocols(
          protocol == Protocol.HTTP_2 ? List.of(protocol, Protocol.HTTP_1_1) : List.of(protocol));
    }
  }
}
