package cloud.finfusion.internal.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.auth.OAuthOptions;
import cloud.finfusion.auth.TokenRefreshed;
import cloud.finfusion.error.ApiException;
import cloud.finfusion.error.CallFacts;
import cloud.finfusion.error.ErrorResponse;
import cloud.finfusion.error.Outcome;
import cloud.finfusion.model.Token;
import cloud.finfusion.model.TokenCreateParams;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a token is asked with: a refresh token as long as it is good, and the client's secret. */
class RefreshTokensTest {
  private final AtomicLong nanos = new AtomicLong(42);
  private final List<TokenCreateParams> asked = new ArrayList<>();
  private final List<CompletableFuture<Token>> fetches = new ArrayList<>();
  private final List<TokenRefreshed> refreshed = new ArrayList<>();

  private OAuthCredential credential(OAuthOptions.Builder options) {
    return credential(options, refreshed::add);
  }

  private OAuthCredential credential(
      OAuthOptions.Builder options, Consumer<TokenRefreshed> listener) {
    OAuthOptions built =
        options.clientId("shop").clientSecret("CANARY").onTokenRefresh(listener).build();
    return new OAuthCredential(built, this::ask, nanos::get);
  }

  private CompletableFuture<Token> ask(TokenCreateParams params) {
    asked.add(params);
    fetches.add(new CompletableFuture<>());
    return last();
  }

  private CompletableFuture<Token> last() {
    return fetches.get(fetches.size() - 1);
  }

  private void issued(OAuthCredential credential, String value, @Nullable String refresh) {
    assertThat(credential.ready()).isNotDone();
    Token.Builder token = Token.builder().accessToken(value).tokenType("Bearer").expiresIn(3600L);
    last().complete((refresh == null ? token : token.refreshToken(refresh)).build());
    assertThat(credential.token()).isEqualTo(value);
    credential.refused(value);
  }

  private List<String> grants() {
    return asked.stream()
        .map(
            each ->
                each.grantType() + (each.refreshToken() == null ? "" : " " + each.refreshToken()))
        .toList();
  }

  private static RuntimeException response(int status) {
    ErrorResponse error =
        new ErrorResponse(status, "invalid_grant", null, List.of(), Map.of(), null);
    return new ApiException(
        new CallFacts("tokens.create", Outcome.NOT_SENT, false, 0, Duration.ZERO, null),
        error,
        "no.");
  }

  @Test
  void aRefreshTokenIsUsedUntilAnotherComes() {
    OAuthCredential credential = credential(OAuthOptions.builder().refreshToken("rt_0"));
    issued(credential, "tok_1", null);
    issued(credential, "tok_2", " ");
    issued(credential, "tok_3", "rt_3");
    issued(credential, "tok_4", null);

    assertThat(grants())
        .containsExactly(
            "refresh_token rt_0", "refresh_token rt_0", "refresh_token rt_0", "refresh_token rt_3");
    assertThat(refreshed)
        .extracting(TokenRefreshed::refreshToken)
        .containsExactly(null, null, "rt_3", null);
    assertThat(refreshed.get(0)).hasToString("TokenRefreshed[expiresIn=PT1H]");
  }

  @Test
  void aRefreshTokenThatIsRefusedIsNotUsedAgain() {
    OAuthCredential credential = credential(OAuthOptions.builder().refreshToken("rt_0"));
    var unused = credential.ready();
    last().completeExceptionally(response(401));
    last().complete(Token.builder().accessToken("tok_1").tokenType("Bearer").build());
    credential.refused("tok_1");
    issued(credential, "tok_2", null);

    assertThat(grants())
        .containsExactly("refresh_token rt_0", "client_credentials", "client_credentials");
  }

  @Test
  void aRefreshTokenThatCouldNotBeTriedIsKept() {
    OAuthCredential credential = credential(OAuthOptions.builder().refreshToken("rt_0"));
    var unused = credential.ready();
    last().completeExceptionally(response(503));
    nanos.addAndGet(Duration.ofSeconds(1).toNanos());
    issued(credential, "tok_1", null);

    assertThat(grants()).containsExactly("refresh_token rt_0", "refresh_token rt_0");
  }

  @Test
  void aFetchThatBeginsWhileAProgramIsNotifiedIsTheOnlyOne() {
    OAuthCredential[] made = new OAuthCredential[1];
    made[0] =
        credential(
            OAuthOptions.builder(),
            token -> {
              made[0].refused(token.accessToken());
              var unused = made[0].ready();
            });
    var unused = made[0].ready();
    last().complete(Token.builder().accessToken("tok_1").tokenType("Bearer").build());

    assertThat(made[0].ready()).isNotDone();
    assertThat(fetches).hasSize(2);
  }

  @Test
  void scopesAreAskedForOnlyIfThereAreSome() {
    issued(credential(OAuthOptions.builder()), "tok_1", null);
    issued(credential(OAuthOptions.builder().scopes("payments", "accounts")), "tok_2", null);

    assertThat(asked)
        .extracting(TokenCreateParams::scope)
        .containsExactly(null, "payments accounts");
  }

  @Test
  void aFailureThatIsForeignIsNamedByItsClass() {
    OAuthCredential credential = credential(OAuthOptions.builder());
    var unused = credential.ready();
    last().completeExceptionally(new IOException("CANARY"));
    assertThatThrownBy(credential::token)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("java.io.IOException")
        .hasMessageNotContaining("CANARY");
  }
}
