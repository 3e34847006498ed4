package cloud.finfusion.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cloud.finfusion.FinFusion;
import cloud.finfusion.TestOptions;
import cloud.finfusion.error.TokenUnavailableException;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.FakeTime;
import cloud.finfusion.testing.TokenServer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A refresh token is given up only when refused, and a token is replaced before it ends. */
class OAuthRefreshTest {
  private static final Duration LONGEST_REST = Duration.ofMinutes(2);

  @AutoClose private final TokenServer server = new TokenServer();
  private final FakeTime time = FakeTime.standing();
  private final BlockingQueue<TokenRefreshed> refreshed = new LinkedBlockingQueue<>();

  private Calls calls(BlockingOrAsync mode, OAuthOptions.Builder options) {
    OAuthOptions oauth =
        options
            .clientId("shop")
            .clientSecret("CANARY-secret")
            .onTokenRefresh(refreshed::add)
            .build();
    FinFusion.Builder client =
        TestOptions.time(
            FinFusion.builder()
                .oauth(oauth)
                .environment(Environment.SANDBOX)
                .baseUrl(server.uri())
                .retries(0),
            time);
    return new Calls(client.build(), mode);
  }

  static Stream<Arguments> failures() {
    return Stream.of(BlockingOrAsync.values())
        .flatMap(
            mode ->
                Stream.of(
                        FakeServer.status(500),
                        FakeServer.status(503),
                        FakeServer.status(429),
                        FakeServer.status(408),
                        FakeServer.json("<html>"),
                        FakeServer.status(401),
                        page(400),
                        page(403),
                        page(404),
                        FakeServer.error(404, "{\"error\":\"not_found\"}"),
                        FakeServer.dropped())
                    .map(failure -> Arguments.of(mode, failure)));
  }

  /** A page of an ingress, which is not the token endpoint. */
  private static MockResponse page(int status) {
    return FakeServer.response(status, "<html>default backend</html>")
        .setHeader("Content-Type", "text/html")
        .build();
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("failures")
  void aRefreshThatFailsKeepsTheRefreshToken(BlockingOrAsync mode, MockResponse failure) {
    server.refusesTokens(failure);
    try (Calls calls = calls(mode, OAuthOptions.builder().refreshToken("rt_kept"))) {
      assertThat(
              catchThrowableOfType(TokenUnavailableException.class, () -> calls.customer("cust_1")))
          .hasMessageNotContaining("rt_kept");
      assertThat(server.signatures()).isEmpty();
      time.advance(LONGEST_REST.toNanos());
      server.issuesTokensAgain();

      calls.customer("cust_1");

      assertThat(server.grants())
          .hasSize(2)
          .allMatch(each -> each.contains("grant_type=refresh_token"))
          .allMatch(each -> each.contains("refresh_token=rt_kept"));
    }
  }

  static Stream<Arguments> refusals() {
    return Stream.of(BlockingOrAsync.values())
        .flatMap(
            mode ->
                Stream.of(
                        FakeServer.error(400, "{\"error\":\"invalid_grant\"}"),
                        FakeServer.error(401, "{\"error\":\"invalid_client\"}"),
                        FakeServer.error(401, "{\"error\":{\"code\":\"AUTH002\"}}"))
                    .map(refusal -> Arguments.of(mode, refusal)));
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("refusals")
  void aRefusedRefreshTokenIsReplacedByTheClientsCredentials(
      BlockingOrAsync mode, MockResponse refusal) {
    server.refusesTokens(refusal);
    try (Calls calls = calls(mode, OAuthOptions.builder().refreshToken("rt_kept"))) {
      assertThat(
              catchThrowableOfType(TokenUnavailableException.class, () -> calls.customer("cust_1")))
          .isNotNull();

      assertThat(server.grants()).hasSize(2);
      assertThat(server.grants().get(1))
          .contains("grant_type=client_credentials")
          .doesNotContain("rt_kept");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aTokenIsFetchedAheadAndSignsTheNextCall(BlockingOrAsync mode) throws Exception {
    try (Calls calls = calls(mode, OAuthOptions.builder())) {
      calls.customer("cust_1");
      assertThat(refreshed.remove().accessToken()).isEqualTo("tok_1");
      time.advance(Duration.ofMinutes(59).toNanos());
      server.hold();
      calls.customer("cust_1"); // does not wait for the new one
      server.release();
      TokenRefreshed next = refreshed.poll(10, TimeUnit.SECONDS);
      assertThat(next).isNotNull().extracting(TokenRefreshed::accessToken).isEqualTo("tok_2");

      calls.customer("cust_1");

      assertThat(server.signatures()).containsExactly("tok_1", "tok_1", "tok_2");
      assertThat(server.grants()).hasSize(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aProgramHearsHowLongATokenLives(BlockingOrAsync mode) {
    for (String expiry :
        List.of("", ",\"expires_in\":60", ",\"expires_in\":864000", ",\"expires_in\":-1")) {
      server.with(expiry);
      try (Calls calls = calls(mode, OAuthOptions.builder())) {
        calls.customer("cust_1");
      }
    }

    assertThat(refreshed)
        .extracting(TokenRefreshed::expiresIn)
        .containsExactly(null, Duration.ofMinutes(1), Duration.ofDays(1), Duration.ZERO);
  }
}
