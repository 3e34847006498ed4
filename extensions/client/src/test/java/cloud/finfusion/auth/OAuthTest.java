package cloud.finfusion.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.FinFusion;
import cloud.finfusion.TestOptions;
import cloud.finfusion.cache.CacheOptions;
import cloud.finfusion.call.CallOptions;
import cloud.finfusion.error.AuthenticationException;
import cloud.finfusion.error.CallCancelledException;
import cloud.finfusion.error.ConfigurationException;
import cloud.finfusion.error.DeadlineExceededException;
import cloud.finfusion.error.Outcome;
import cloud.finfusion.error.TokenUnavailableException;
import cloud.finfusion.internal.oauth.OAuthCredential;
import cloud.finfusion.internal.time.SystemTime;
import cloud.finfusion.runtime.InvalidArgumentException;
import cloud.finfusion.testing.Await;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.FakeTime;
import cloud.finfusion.testing.TokenServer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A token is fetched once, shared, replaced before it ends, and never shown. */
class OAuthTest {
  @AutoClose private final TokenServer server = new TokenServer();
  private final FakeTime time = FakeTime.standing(); // a flowing one ends the wait for a token

  private static OAuthOptions.Builder options() {
    return OAuthOptions.builder()
        .clientId("shop")
        .clientSecret("CANARY-secret")
        .scopes("payments", "accounts");
  }

  private FinFusion.Builder client(OAuthOptions options) {
    return TestOptions.time(
        FinFusion.builder().oauth(options).environment(Environment.SANDBOX).baseUrl(server.uri()),
        time);
  }

  private Calls calls(BlockingOrAsync mode) {
    return new Calls(client(options().build()).build(), mode);
  }

  private static List<CompletableFuture<?>> fifty(FinFusion client) {
    return IntStream.range(0, 50)
        .<CompletableFuture<?>>mapToObj(i -> client.async().customers().retrieve("cust_1"))
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void theFirstCallFetchesTheTokenAndTheNextUsesIt(BlockingOrAsync mode) {
    try (Calls calls = calls(mode)) {
      assertThat(server.grants()).isEmpty();
      calls.customer("cust_1");
      calls.customer("cust_1");

      assertThat(server.grants())
          .containsExactly(
              "grant_type=client_credentials&client_id=shop&client_secret=CANARY-secret"
                  + "&scope=payments+accounts");
      assertThat(server.signatures()).containsExactly("tok_1", "tok_1");
    }
  }

  @Test
  void fiftyCallsAtOnceFetchOneToken() {
    server.hold();
    try (FinFusion client = client(options().build()).maxConcurrent(1).build()) {
      List<CompletableFuture<?>> all = fifty(client);
      server.release();
      all.forEach(CompletableFuture::join);

      assertThat(server.grants()).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aTokenIsReplacedBeforeItEndsWhileCallsGoOnWithTheOldOne(BlockingOrAsync mode) {
    try (Calls calls = calls(mode)) {
      calls.customer("cust_1");
      time.advance(Duration.ofSeconds(3541).toNanos());
      server.hold();

      calls.customer("cust_1");
      server.release();

      assertThat(server.signatures()).containsExactly("tok_1", "tok_1");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aTokenThatEndedIsNotSent(BlockingOrAsync mode) {
    try (Calls calls = calls(mode)) {
      calls.customer("cust_1");
      time.advance(Duration.ofSeconds(3601).toNanos());
      calls.customer("cust_1");

      assertThat(server.signatures()).containsExactly("tok_1", "tok_2");
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C150 a token that the server refuses is replaced once, with one key for the call")
  void aRefusedTokenIsReplacedOnce(BlockingOrAsync mode) {
    try (Calls calls = new Calls(client(options().build()).retries(0).build(), mode)) {
      calls.customer("cust_1");
      server.accepts("another");
      calls.customer("cust_1");

      assertThat(server.grants()).hasSize(2);
      assertThat(server.signatures()).containsExactly("tok_1", "tok_1", "tok_2");
    }
  }

  @Test
  @DisplayName("C150 fifty refusals at once are one refresh")
  void fiftyRefusals() {
    try (FinFusion client = client(options().build()).build()) {
      client.customers().retrieve("cust_1");
      server.accepts("another");

      fifty(client).forEach(CompletableFuture::join);

      assertThat(server.grants()).hasSize(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aServerThatRefusesEveryTokenEndsTheCallAfterOneMoreAttempt(BlockingOrAsync mode) {
    server.with("");
    try (Calls calls = calls(mode)) {
      calls.customer("cust_1");
      server.refusesTokens(
          FakeServer.json("{\"access_token\":\"tok_bad\",\"token_type\":\"Bearer\"}"));
      server.accepts("another");

      assertThatThrownBy(() -> calls.customer("cust_1"))
          .isInstanceOf(AuthenticationException.class);
      assertThat(server.signatures()).containsExactly("tok_1", "tok_1", "tok_bad");
    }
  }

  @ParameterizedTest
  @EnumSource
  void refusedCredentialsAreATypedErrorAndAskedForAgainOnlyAfterTwoMinutes(BlockingOrAsync mode) {
    server.refusesTokens(FakeServer.error(401, "{\"error\":\"invalid_client\"}"));
    try (Calls calls = calls(mode)) {
      for (int i = 0; i < 3; i++) {
        assertThatThrownBy(calls::pay)
            .isInstanceOfSatisfying(
                TokenUnavailableException.class,
                none -> {
                  assertThat(none.outcome()).isEqualTo(Outcome.NOT_SENT);
                  assertThat(none.retryable()).isFalse();
                  assertThat(none).hasCauseInstanceOf(AuthenticationException.class);
                })
            .hasMessageStartingWith(
                "payments.create: no access token, nothing was sent this time; tokens.create: "
                    + "the server responded with 401 invalid_client; it does not accept the credential.")
            .hasMessageNotContaining("CANARY");
      }
      assertThat(server.grants()).hasSize(1);
      time.advance(Duration.ofMinutes(2).toNanos());
      server.issuesTokensAgain();

      calls.customer("cust_1");

      assertThat(server.signatures()).containsExactly("tok_2");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRefreshThatFailsInTheBackgroundLeavesTheTokenInUse(BlockingOrAsync mode) {
    try (Calls calls = new Calls(client(options().build()).retries(0).build(), mode)) {
      calls.customer("cust_1");
      time.advance(Duration.ofSeconds(3550).toNanos());
      server.refusesTokens(FakeServer.status(503));

      calls.customer("cust_1");
      calls.customer("cust_1");

      assertThat(server.signatures()).containsExactly("tok_1", "tok_1", "tok_1");
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C163 a wait for the token ends at the call's deadline, and nothing is sent")
  void theWaitEndsAtTheDeadline(BlockingOrAsync mode) {
    server.hold();
    try (Calls calls =
        new Calls(TestOptions.time(client(options().build()), new SystemTime()).build(), mode)) {
      CallOptions soon = CallOptions.builder().deadline(Duration.ofMillis(200)).build();
      assertThatThrownBy(() -> calls.payment("pay_1", soon))
          .isInstanceOf(DeadlineExceededException.class);
      assertThat(server.signatures()).isEmpty();
    }
  }

  @Test
  @DisplayName("C165 a call that waits for the token can be cancelled, and others get theirs")
  void cancelledInTheWait() {
    server.hold();
    try (FinFusion client = client(options().build()).build()) {
      CompletableFuture<?> cancelled = client.async().customers().retrieve("cust_1");
      CompletableFuture<?> other = client.async().customers().retrieve("cust_1");
      cancelled.cancel(true);
      server.release();
      other.join();

      assertThat(server.signatures()).containsExactly("tok_1");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRefreshTokenIsUsedFirstThenTheOneItBrings(BlockingOrAsync mode) {
    List<TokenRefreshed> notified = new CopyOnWriteArrayList<>();
    server.with(",\"expires_in\":60,\"refresh_token\":\"rt_next\"");
    OAuthOptions options =
        options()
            .accessToken("tok_kept")
            .refreshToken("rt_kept")
            .onTokenRefresh(notified::add)
            .build();
    server.accepts("tok_kept");
    try (Calls calls = new Calls(client(options).build(), mode)) {
      calls.customer("cust_1");
      assertThat(server.grants()).isEmpty();
      server.accepts("another");
      calls.customer("cust_1");
      time.advance(Duration.ofSeconds(61).toNanos());
      calls.customer("cust_1");

      assertThat(server.grants().get(0))
          .contains("grant_type=refresh_token")
          .contains("refresh_token=rt_kept");
      assertThat(server.grants().get(1)).contains("refresh_token=rt_next");
      assertThat(notified)
          .extracting(TokenRefreshed::accessToken)
          .containsExactly("tok_1", "tok_2");
      assertThat(notified.get(0).refreshToken()).isEqualTo("rt_next");
      assertThat(notified.toString()).doesNotContain("tok_").doesNotContain("rt_");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRefusedRefreshTokenIsNotAskedWithAgain(BlockingOrAsync mode) {
    OAuthOptions options = options().refreshToken("rt_kept").build();
    server.refusesTokens(FakeServer.error(401, "{\"error\":\"invalid_client\"}"));
    try (Calls calls = new Calls(client(options).build(), mode)) {
      for (int i = 0; i < 3; i++) {
        assertThatThrownBy(() -> calls.customer("cust_1"))
            .isInstanceOf(TokenUnavailableException.class);
        time.advance(Duration.ofMinutes(2).toNanos());
      }

      assertThat(server.grants()).hasSize(4); // five failures in five minutes block the address
      assertThat(server.grants().get(0)).contains("rt_kept");
      assertThat(server.grants().subList(1, 4)).noneMatch(each -> each.contains("rt_kept"));
    }
  }

  @Test
  void anEndpointThatThrowsIsAskedAgain() {
    int[] asked = {0};
    OAuthCredential credential =
        new OAuthCredential(
            options().build(),
            params -> {
              asked[0]++;
              throw new IllegalStateException("no endpoint");
            },
            time::nanos);
    assertThat(credential.ready()).isDone();
    assertThatThrownBy(credential::token).isInstanceOf(IllegalStateException.class);
    time.advance(Duration.ofMinutes(3).toNanos());

    assertThat(credential.ready()).isDone();
    assertThat(asked[0]).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void cachedResponsesOutliveATokenOfTheSameClient(BlockingOrAsync mode) {
    server.with(",\"expires_in\":60");
    FinFusion.Builder cached =
        client(options().build()).cache(CacheOptions.builder().ttl(Duration.ofHours(3)).build());
    try (Calls calls = new Calls(cached.build(), mode)) {
      calls.payment("pay_1"); // fetches the token; payments are not kept
      calls.customer("cust_1");
      time.advance(Duration.ofSeconds(61).toNanos());
      calls.payment("pay_1");
      calls.customer("cust_1");

      assertThat(server.signatures()).hasSize(3);
    }
  }

  @Test
  void whatIsMissingIsNamedAndNothingSecretIsShown() {
    assertThat(options().build().toString()).isEqualTo("OAuth(shop, [payments, accounts])");
    assertThatThrownBy(() -> OAuthOptions.builder().clientId("shop").build())
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageStartingWith("OAuthOptions.clientSecret: expected a value");
    assertThatThrownBy(() -> options().scopes("a b").build())
        .isInstanceOf(InvalidArgumentException.class);
    assertThatThrownBy(() -> options().refreshBefore(Duration.ofDays(1)).build())
        .isInstanceOf(InvalidArgumentException.class);
    assertThatThrownBy(() -> FinFusion.builder().oauth(options().build()).build())
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("environment: expected an environment");
    assertThatThrownBy(() -> client(options().build()).apiKey("dev_1").build())
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("apiKey: expected a key or oauth, got both. Leave one out.");
    try (FinFusion client = client(options().build()).build()) {
      assertThat(client.toString()).contains("OAuth(shop, ").doesNotContain("CANARY");
    }
  }

  @ParameterizedTest
  @EnumSource
  void closingTheClientEndsTheWait(BlockingOrAsync mode) throws Exception {
    server.hold();
    try (Calls calls = calls(mode)) {
      CompletableFuture<?> waiting = CompletableFuture.runAsync(() -> calls.customer("cust_1"));
      Await.until(() -> server.grants().size() == 1);
      calls.client().close();
      server.release();

      assertThatThrownBy(waiting::join)
          .cause()
          .isInstanceOfAny(CallCancelledException.class, TokenUnavailableException.class);
    }
  }
}
