package cloud.finfusion.auth;

import static cloud.finfusion.testing.FakeServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cloud.finfusion.FinFusion;
import cloud.finfusion.error.ApiException;
import cloud.finfusion.error.Outcome;
import cloud.finfusion.network.NetworkOptions;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.TestCa;
import cloud.finfusion.testing.TestClients;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A server that asks for a login as only a proxy may is a typed error, at once. */
class LoginOfTheOriginTest {
  private static final TestCa AUTHORITY = new TestCa();

  @AutoClose private final FakeServer server = new FakeServer();

  static Stream<Arguments> logins() {
    return Stream.of(BlockingOrAsync.values())
        .flatMap(
            mode ->
                Stream.of(
                    Arguments.of(mode, "no challenge", status(407)),
                    Arguments.of(
                        mode,
                        "a challenge",
                        status(407, "Proxy-Authenticate", "Basic realm=\"a\"")),
                    Arguments.of(mode, "Retry-After", status(407, "Retry-After", "0"))));
  }

  @ParameterizedTest(name = "B3 407 with {1}: one request, a typed error, {0}")
  @MethodSource("logins")
  void isAsked(BlockingOrAsync mode, String name, MockResponse login) {
    server.responds(login);
    try (Calls calls = new Calls(TestClients.of(server).build(), mode)) {
      refused(catchThrowableOfType(ApiException.class, calls::pay));
      refused(catchThrowableOfType(ApiException.class, () -> calls.payment("pay_1")));

      assertThat(server.requests()).hasSize(2);
    }
  }

  @ParameterizedTest(name = "B3 407 through a proxy''s tunnel, {0}")
  @EnumSource
  void throughATunnel(BlockingOrAsync mode) throws Exception {
    try (FakeServer proxy =
        new FakeServer(web -> web.useHttps(AUTHORITY.server("localhost").sslSocketFactory()))) {
      proxy.responds(status(200).newBuilder().inTunnel().build(), status(407));
      FinFusion.Builder client =
          TestClients.of(proxy)
              .network(
                  NetworkOptions.builder()
                      .trustStore(AUTHORITY.trustStore())
                      .proxy("localhost", proxy.uri().getPort())
                      .proxyLogin("us", "CANARY")
                      .build());
      try (Calls calls = new Calls(client.build(), mode)) {
        refused(catchThrowableOfType(ApiException.class, calls::pay));
      }

      assertThat(proxy.requests()).hasSize(2);
      assertThat(proxy.headers("Proxy-Authorization").get(1)).isNull();
    }
  }

  @ParameterizedTest(name = "B3 407, and a proxy authenticator of the caller''s client, {0}")
  @EnumSource
  void theCallersAuthenticatorIsNotAsked(BlockingOrAsync mode) {
    OkHttpClient base =
        new OkHttpClient.Builder()
            .proxyAuthenticator(
                (route, asked) -> asked.request().newBuilder().header("X-Login", "CANARY").build())
            .build();
    server.responds(status(407));
    try (Calls calls = new Calls(TestClients.of(server).httpClient(base).build(), mode)) {
      refused(catchThrowableOfType(ApiException.class, calls::pay));

      assertThat(server.headers("X-Login")).hasSize(1).containsOnlyNulls();
    }
  }

  private static void refused(ApiException error) {
    assertThat(error.status()).isEqualTo(407);
    assertThat(error.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(error.attempts()).isEqualTo(1);
    assertThat(error).hasMessageContaining("asks for a login as a proxy would");
  }
}
