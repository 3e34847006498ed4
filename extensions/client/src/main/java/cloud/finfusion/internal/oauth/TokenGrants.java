package cloud.finfusion.internal.oauth;

import cloud.finfusion.auth.OAuthOptions;
import cloud.finfusion.error.ApiException;
import cloud.finfusion.error.CallFacts;
import cloud.finfusion.error.InvalidResponseException;
import cloud.finfusion.error.Outcome;
import cloud.finfusion.internal.guard.Guard;
import cloud.finfusion.model.Token;
import cloud.finfusion.model.TokenCreateParams;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Requests tokens from the endpoint, with a refresh token or with the client's credentials. */
final class TokenGrants {
  private final OAuthOptions options;
  private final transient String secret; // transient: no secret where fields are printed
  private final transient Function<TokenCreateParams, CompletableFuture<Token>> endpoint;

  TokenGrants(
      OAuthOptions options,
      String secret,
      Function<TokenCreateParams, CompletableFuture<Token>> endpoint) {
    this.options = options;
    this.secret = secret;
    this.endpoint = endpoint;
  }

  /**
   * Requests a token with the refresh token or, if there is none or the server refuses it, with the
   * client's credentials. Throws nothing: on any error the future fails.
   *
   * @param dropRefresh runs when the refresh token is refused
   */
  CompletableFuture<Token> ask(@Nullable String refresh, Runnable dropRefresh) {
    if (refresh == null) {
      return byClient();
    }
    return sent(params().grantType("refresh_token").refreshToken(refresh))
        .exceptionallyCompose(
            problem -> {
              if (!isRefusal(unwrapped(problem))) {
                return CompletableFuture.failedFuture(problem);
              }
              dropRefresh
                  .run(); // otherwise each fetch would be a failure more, and failures block the
              // address
              return byClient();
            });
  }

  private CompletableFuture<Token> byClient() {
    return sent(params().grantType("client_credentials"));
  }

  private TokenCreateParams.Builder params() {
    TokenCreateParams.Builder params =
        TokenCreateParams.builder().clientId(options.clientId()).clientSecret(secret);
    return options.scopes().isEmpty() ? params : params.scope(String.join(" ", options.scopes()));
  }

  /**
   * Sends the request. The future fails too if the parameters cannot be built or the endpoint
   * throws.
   */
  private CompletableFuture<Token> sent(TokenCreateParams.Builder params) {
    return CompletableFuture.completedFuture(params)
        .thenCompose(each -> endpoint.apply(each.build()))
        .thenApply(TokenGrants::usable);
  }

  private static Token usable(Token token) {
    if (token.accessToken().isBlank()) {
      throw new InvalidResponseException(
          new CallFacts("tokens.create", Outcome.UNKNOWN, true, 1, Duration.ZERO, null),
          "$.access_token",
          "expected a token, got a blank text");
    }
    return token;
  }

  /** Returns whether the endpoint refused the credentials, and would refuse them again. */
  static boolean isRefusal(RuntimeException problem) {
    return problem instanceof ApiException error
        && error.status() >= 400
        && error.status() < 500
        && error.status() != 408
        && error.status() != 429;
  }

  static RuntimeException unwrapped(@Nullable Throwable problem) {
    Throwable cause = problem instanceof CompletionException ? problem.getCause() : problem;
    if (cause instanceof RuntimeException itself) {
      return itself;
    }
    return new IllegalStateException(cause == null ? "no token came" : Guard.describe(cause));
  }
}
