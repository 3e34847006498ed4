package cloud.finfusion.internal.oauth;

import cloud.finfusion.auth.OAuthOptions;
import cloud.finfusion.error.ApiException;
import cloud.finfusion.error.CallFacts;
import cloud.finfusion.error.InvalidResponseException;
import cloud.finfusion.error.Outcome;
import cloud.finfusion.internal.check.VisibleAscii;
import cloud.finfusion.internal.guard.Guard;
import cloud.finfusion.model.Token;
import cloud.finfusion.model.TokenCreateParams;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Requests tokens from the endpoint, with a refresh token or with the client's credentials. */
final class TokenGrants {
  private static final Set<Integer> GRANT_REFUSED = Set.of(400, 401);
  private static final Set<Integer> CLIENT_REFUSED = Set.of(400, 403);

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
              if (!refusesGrant(unwrapped(problem))) {
                return CompletableFuture.failedFuture(problem);
              }
              // kept, it would be a failure more with each fetch, and failures block the address
              dropRefresh.run();
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
    if (!VisibleAscii.is(token.accessToken())) {
      throw new InvalidResponseException(
          new CallFacts("tokens.create", Outcome.UNKNOWN, true, 1, Duration.ZERO, null),
          "$.access_token",
          "expected a token of visible ASCII characters, got another text");
    }
    return token;
  }

  /**
   * Returns whether the endpoint itself refused the grant: with 400 or 401 and a code, of OAuth
   * (RFC 6749, section 5.2) or of the API. A page of a proxy refuses nothing.
   */
  private static boolean refusesGrant(RuntimeException problem) {
    return problem instanceof ApiException error
        && GRANT_REFUSED.contains(error.status())
        && error.code() != null;
  }

  /**
   * Returns whether the endpoint refused the client, and would refuse it again. Each 401 may count
   * towards the block of the address, which five within 5 minutes bring (documented); a proxy's 400
   * or 403 does not, and is no JSON.
   */
  static boolean refusesClient(RuntimeException problem) {
    return problem instanceof ApiException error
        && (error.status() == 401 || (CLIENT_REFUSED.contains(error.status()) && isJson(error)));
  }

  private static boolean isJson(ApiException error) {
    return error.headers().getOrDefault("content-type", List.of()).stream()
        .anyMatch(type -> type.toLowerCase(Locale.ROOT).contains("json"));
  }

  static RuntimeException unwrapped(@Nullable Throwable problem) {
    Throwable cause = problem instanceof CompletionException ? problem.getCause() : problem;
    if (cause instanceof RuntimeException itself) {
      return itself;
    }
    return new IllegalStateException(cause == null ? "no token came" : Guard.describe(cause));
  }
}
