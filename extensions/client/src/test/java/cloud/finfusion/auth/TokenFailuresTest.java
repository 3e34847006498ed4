package cloud.finfusion.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.FinFusion;
import cloud.finfusion.TestOptions;
import cloud.finfusion.error.InvalidResponseException;
import cloud.finfusion.error.TokenUnavailableException;
import cloud.finfusion.internal.oauth.OAuthCredential;
import cloud.finfusion.model.Token;
import cloud.finfusion.model.TokenCreateParams;
import cloud.finfusion.runtime.InvalidArgumentException;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.FakeTime;
import cloud.finfusion.testing.Thrown;
import cloud.finfusion.testing.TokenServer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A token that cannot be fetched, for whatever reason, never blocks the next fetch. */
class TokenFailuresTest {
  private static final Duration HOUR = Duration.ofHours(1);

  @AutoClose private final TokenServer server = new TokenServer();
  private final FakeTime time = FakeTime.standing();

  private static OAuthOptions.Builder options() {
    return OAuthOptions.builder().clientId("shop").clientSecret("CANARY-secret");
  }

  private Calls calls(OAuthOptions.Builder options, BlockingOrAsync mode) {
    return new Calls(
        TestOptions.time(
                FinFusion.builder()
                    .oauth(options.build())
                    .environment(Environment.SANDBOX)
                    .baseUrl(server.uri()),
                time)
            .build(),
        mode);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n"})
  @DisplayName("A7 blank tokens in the options are refused when they are built")
  void blankOptions(String blank) {
    assertThatThrownBy(() -> options().refreshToken(blank).build())
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageStartingWith("OAuthOptions.refreshToken: expected a token, got a blank text");
    assertThatThrownBy(() -> options().accessToken(blank).build())
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageStartingWith("OAuthOptions.accessToken: expected a token, got a blank text");
  }

  @ParameterizedTest
  @ValueSource(strings = {"CANARY\n", "CAN ARY", "CANARY\u00fc", "CANARY\u007f"})
  @DisplayName("A7 an access token in the options that no header holds is refused when built")
  void aKeptTokenThatCannotBeSent(String token) {
    assertThatThrownBy(() -> options().accessToken(token).build())
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageStartingWith("OAuthOptions.accessToken: expected visible ASCII characters only")
        .hasMessageNotContaining("CAN");
    assertThat(options().accessToken("!~").refreshToken(token).build()).isNotNull();
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("A7 a blank refresh token in a response is none: calls go on after the first expiry")
  void aBlankRefreshToken(BlockingOrAsync mode) {
    List<@Nullable String> kept = new CopyOnWriteArrayList<>();
    server.with(",\"expires_in\":3600,\"refresh_token\":\" \"");
    OAuthOptions.Builder options = options().onTokenRefresh(it -> kept.add(it.refreshToken()));
    try (Calls calls = calls(options, mode)) {
      calls.customer("cust_1");
      time.advance(HOUR.toNanos() + 1);
      calls.customer("cust_1");

      assertThat(server.signatures()).containsExactly("tok_1", "tok_2");
      assertThat(server.grants())
          .hasSize(2)
          .allMatch(each -> each.contains("grant_type=client_credentials"));
      assertThat(kept).containsExactly(null, null);
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("A7 a refresh token is kept when the next response has a blank one")
  void aRefreshTokenBesideABlankOne(BlockingOrAsync mode) {
    server.with(",\"expires_in\":3600,\"refresh_token\":\"\"");
    try (Calls calls = calls(options().refreshToken("rt_kept"), mode)) {
      calls.customer("cust_1");
      time.advance(HOUR.toNanos() + 1);
      calls.customer("cust_1");

      assertThat(server.grants()).hasSize(2).allMatch(it -> it.contains("refresh_token=rt_kept"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "BLOCKING, ' '",
    "ASYNC, ' '",
    "BLOCKING, abc\\n",
    "ASYNC, ab c",
    "BLOCKING, ü",
    "ASYNC, abc\\u007f"
  })
  @DisplayName("A7 an access token that no header holds is a failed fetch, and the next one works")
  void anAccessTokenThatCannotBeSent(BlockingOrAsync mode, String token) {
    server.refusesTokens(
        FakeServer.json("{\"access_token\":\"" + token + "\",\"token_type\":\"Bearer\"}"));
    try (Calls calls = calls(options(), mode)) {
      assertThatThrownBy(calls::pay)
          .isInstanceOf(TokenUnavailableException.class)
          .hasCauseInstanceOf(InvalidResponseException.class)
          .hasMessageContaining("$.access_token: expected a token of visible ASCII characters");
      server.issuesTokensAgain();
      time.advance(Duration.ofSeconds(1).toNanos());

      calls.pay();

      assertThat(server.signatures()).containsExactly("tok_2");
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("A7 an endpoint that throws, in its future or beside it, blocks no later fetch")
  void whateverTheEndpointThrows(Thrown kind) {
    CompletableFuture<Token> token = CompletableFuture.completedFuture(token());
    for (Function<TokenCreateParams, CompletableFuture<Token>> endpoint :
        List.<Function<TokenCreateParams, CompletableFuture<Token>>>of(
            params -> {
              throw kind.now();
            },
            params -> CompletableFuture.failedFuture(kind.made()),
            params ->
                token.thenApply(
                    each -> {
                      throw kind.now();
                    }))) {
      fetchesAfter(endpoint, 1);
    }
  }

  private static Token token() {
    return Token.fromJson("{\"access_token\":\"tok_1\",\"token_type\":\"Bearer\"}");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("A7 a clock that throws while a token comes blocks no later fetch")
  void whateverTheClockThrows(Thrown kind) {
    AtomicLong looks = new AtomicLong();
    Function<TokenCreateParams, CompletableFuture<Token>> failing =
        params -> CompletableFuture.failedFuture(new IllegalStateException());
    OAuthCredential credential =
        new OAuthCredential(
            options().build(),
            params -> looks.get() < 4 ? failing.apply(params) : good(),
            () -> {
              if (looks.incrementAndGet() == 3) { // made, asked, and now it failed
                throw kind.now();
              }
              return Duration.ofSeconds(looks.get()).toNanos();
            });

    assertThat(credential.ready()).isDone();
    assertThat(credential.ready()).isDone();
    assertThat(credential.token()).isEqualTo("tok_1");
  }

  private static CompletableFuture<Token> good() {
    return CompletableFuture.completedFuture(token());
  }

  /** The clock goes on by two seconds with each look. */
  private static void fetchesAfter(
      Function<TokenCreateParams, CompletableFuture<Token>> failing, int times) {
    AtomicLong asked = new AtomicLong();
    AtomicLong now = new AtomicLong();
    OAuthCredential credential =
        new OAuthCredential(
            options().build(),
            params -> asked.incrementAndGet() <= times ? failing.apply(params) : good(),
            () -> now.addAndGet(Duration.ofSeconds(2).toNanos()));

    assertThat(credential.ready()).isDone();
    assertThatThrownBy(credential::token).isInstanceOf(RuntimeException.class);
    assertThat(credential.ready()).isDone();
    assertThat(credential.token()).isEqualTo("tok_1");
  }
}
