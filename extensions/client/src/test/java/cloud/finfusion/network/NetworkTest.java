package cloud.finfusion.network;

import static cloud.finfusion.testing.FakeServer.json;
import static cloud.finfusion.testing.FakeServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cloud.finfusion.FinFusion;
import cloud.finfusion.error.ConfigurationException;
import cloud.finfusion.error.ConnectionException;
import cloud.finfusion.error.FinFusionException;
import cloud.finfusion.error.Outcome;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.TestCa;
import cloud.finfusion.testing.TestClients;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Objects;
import java.util.function.Consumer;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Connections where the JVM's defaults do not fit. */
class NetworkTest {
  private static final TestCa AUTHORITY = new TestCa();
  private static final String ELSEWHERE = "api.shop.example";

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void aProxyIsTunnelledThroughAndGivenTheLogin(BlockingOrAsync mode) throws Exception {
    try (FakeServer proxy = secure(ELSEWHERE).responds(tunnel(200), json(Samples.PAYMENT))) {
      NetworkOptions network =
          throughProxy(proxy).proxyLogin("us", "CANARY").trustStore(AUTHORITY.trustStore()).build();
      try (Calls calls = calls(proxy, mode, network)) {
        calls.pay();
      }

      String login =
          Base64.getEncoder().encodeToString("us:CANARY".getBytes(StandardCharsets.UTF_8));
      assertThat(proxy.requests())
          .extracting(r -> r.getMethod())
          .containsExactly("CONNECT", "POST");
      assertThat(proxy.headers("Proxy-Authorization")).containsExactly("Basic " + login, null);
      assertThat(proxy.headers("Authorization")).containsExactly(null, "Bearer " + Samples.KEY);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aProxyThatAsksForNoLogin(BlockingOrAsync mode) throws Exception {
    try (FakeServer proxy = secure(ELSEWHERE).responds(tunnel(200), json(Samples.PAYMENT))) {
      pays(proxy, mode, throughProxy(proxy).trustStore(AUTHORITY.trustStore()).build());

      assertThat(proxy.headers("Proxy-Authorization")).containsExactly(null, null);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aProxyThatRefusesTheLoginIsAskedOnce(BlockingOrAsync mode) {
    try (FakeServer proxy = secure(ELSEWHERE).responds(tunnel(407))) {
      NetworkOptions network = throughProxy(proxy).proxyLogin("us", "CANARY").build();

      ConnectionException error = refused(proxy, mode, network);

      assertThat(error)
          .hasMessage(
              "payments.create: no connection to api.shop.example, the proxy refused the login."
                  + " Nothing was sent. Check the base URL and the network.")
          .hasStackTraceContaining("407");
      assertThat(error.outcome()).isEqualTo(Outcome.NOT_SENT);
      assertThat(proxy.requests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aProxyThatWantsALoginWhereThereIsNone(BlockingOrAsync mode) {
    try (FakeServer proxy = secure(ELSEWHERE).responds(tunnel(407))) {
      refused(proxy, mode, throughProxy(proxy).build());

      assertThat(proxy.requests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void plainHttpToThisMachineGoesThroughNoProxy(BlockingOrAsync mode) {
    try (FakeServer proxy = new FakeServer();
        FakeServer server = new FakeServer().responds(json(Samples.PAYMENT));
        Calls calls =
            new Calls(TestClients.of(server).network(throughProxy(proxy).build()).build(), mode)) {
      calls.pay();

      assertThat(proxy.requests()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void anAuthorityOfACompany(BlockingOrAsync mode) throws Exception {
    Path pem = Files.writeString(folder.resolve("ca.pem"), AUTHORITY.pem() + AUTHORITY.pem());
    Path file = TestCa.file(folder, AUTHORITY.trustStore());
    try (FakeServer server = secure("localhost").responds(json(Samples.PAYMENT))) {
      refused(server, mode, NetworkOptions.builder().build());
      assertThat(server.requests()).isEmpty();

      pays(server, mode, NetworkOptions.builder().trustStore(AUTHORITY.trustStore()).build());
      pays(server, mode, NetworkOptions.builder().trustStore(file, TestCa.PASSWORD).build());
      pays(server, mode, NetworkOptions.builder().trustedPem(pem).build());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aServerThatWantsACertificate(BlockingOrAsync mode) throws Exception {
    Path file = TestCa.file(folder, AUTHORITY.clientStore("shop-7"));
    try (FakeServer server =
        secure("localhost", MockWebServer::requireClientAuth).responds(json(Samples.PAYMENT))) {
      NetworkOptions.Builder network = NetworkOptions.builder().trustStore(AUTHORITY.trustStore());
      assertThat(
              catchThrowableOfType(
                  FinFusionException.class, () -> pays(server, mode, network.build())))
          .isNotNull();
      assertThat(server.requests()).isEmpty();

      pays(server, mode, network.clientCertificate(file, TestCa.PASSWORD).build());

      assertThat(
              Objects.requireNonNull(server.requests().get(0).getHandshake())
                  .peerPrincipal()
                  .getName())
          .contains("shop-7");
    }
  }

  private static NetworkOptions pinned(String... pins) throws Exception {
    NetworkOptions.Builder network = NetworkOptions.builder().trustStore(AUTHORITY.trustStore());
    for (String pin : pins) {
      network.pin("localhost", pin);
    }
    return network.build();
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C049 a pin of another key: one attempt, a typed error, nothing sent")
  void aWrongPin(BlockingOrAsync mode) throws Exception {
    try (FakeServer server = secure("localhost").responds(json(Samples.PAYMENT))) {
      pays(server, mode, pinned(AUTHORITY.pin()));
      pays(server, mode, pinned(new TestCa().pin(), AUTHORITY.pin()));
      refused(server, mode, pinned(new TestCa().pin()));

      assertThat(server.requests()).hasSize(2);
    }
  }

  @Test
  void pinsOfOtherHostsOnlyAreRefused() {
    NetworkOptions network =
        NetworkOptions.builder().pin("*.other.example", AUTHORITY.pin()).build();
    FinFusion.Builder client = FinFusion.builder().apiKey(Samples.KEY).network(network);

    assertThatThrownBy(client::build)
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "network.pin: expected a pin for the host of the base URL, api.finfusion.cloud, got"
                + " only for [*.other.example]. Correct it or leave it out.");
  }

  private static FakeServer secure(String host) {
    return secure(host, server -> {});
  }

  private static FakeServer secure(String host, Consumer<MockWebServer> more) {
    return new FakeServer(
        server -> {
          server.useHttps(AUTHORITY.server(host).sslSocketFactory());
          more.accept(server);
        });
  }

  private static MockResponse tunnel(int status) {
    return status(status, "Proxy-Authenticate", "Basic realm=\"us\"")
        .newBuilder()
        .inTunnel()
        .build();
  }

  private static NetworkOptions.Builder throughProxy(FakeServer proxy) {
    return NetworkOptions.builder().proxy("localhost", proxy.uri().getPort());
  }

  /** Calls the server; a proxy as if it were elsewhere. */
  private static Calls calls(FakeServer server, BlockingOrAsync mode, NetworkOptions network) {
    URI uri = network.proxy() == null ? server.uri() : URI.create("https://" + ELSEWHERE);
    return new Calls(TestClients.of(server).baseUrl(uri).network(network).build(), mode);
  }

  private static void pays(FakeServer server, BlockingOrAsync mode, NetworkOptions network) {
    try (Calls calls = calls(server, mode, network)) {
      assertThat(calls.pay().id()).isEqualTo("pay_1");
    }
  }

  private static ConnectionException refused(
      FakeServer server, BlockingOrAsync mode, NetworkOptions network) {
    try (Calls calls = calls(server, mode, network)) {
      ConnectionException error = catchThrowableOfType(ConnectionException.class, calls::pay);
      assertThat(error).hasMessageContaining("Nothing was sent").hasMessageNotContaining("CANARY");
      assertThat(error.attempts()).isEqualTo(1);
      return error;
    }
  }
}
