package cloud.finfusion.auth;

import cloud.finfusion.error.ApiException;
import cloud.finfusion.model.Token;
import cloud.finfusion.model.TokenCreateParams;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The access token of one client. One call fetches it while the others wait, or go on with the one
 * they have. Its life is measured from when it was asked for, by a clock that does not jump, so
 * that clocks that differ do no harm.
 */
public final class OAuthCredential implements FetchedCredential {
  private static final Logger LOG = LoggerFactory.getLogger("cloud.finfusion");
  private static final CompletableFuture<?> NOW = CompletableFuture.completedFuture(null);

  /**
   * After a refusal of the client itself. Documented by the vendor: 5 failures in 5 minutes block
   * the address for an hour.
   */
  private static final Duration AFTER_REFUSAL = Duration.ofMinutes(2);

  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

  private final OAuthOptions options;
  private final Function<TokenCreateParams, CompletableFuture<Token>> endpoint;
  private final LongSupplier nanos;
  private volatile @Nullable AccessToken held;
  private @Nullable String refreshToken;
  private @Nullable CompletableFuture<@Nullable Void> fetching;
  private @Nullable RuntimeException failure;
  private long notBefore;

  /** A credential that asks this endpoint, and measures time by this clock. */
  public OAuthCredential(
      OAuthOptions options,
      Function<TokenCreateParams, CompletableFuture<Token>> endpoint,
      LongSupplier nanos) {
    this.options = options;
    this.endpoint = endpoint;
    this.nanos = nanos;
    this.refreshToken = options.refreshToken();
    this.notBefore = nanos.getAsLong();
    String kept = options.accessToken();
    this.held = kept == null ? null : AccessToken.endless(kept);
  }

  @Override
  public CompletableFuture<?> ready() {
    AccessToken token = held;
    long now = nanos.getAsLong();
    if (token == null || token.over(now)) {
      return fetch(now);
    }
    if (token.due(now)) {
      var unused = fetch(now);
    }
    return NOW;
  }

  @Override
  public synchronized String token() {
    AccessToken token = held;
    if (token != null && (failure == null || !token.over(nanos.getAsLong()))) {
      return token.value();
    }
    throw failure == null ? new IllegalStateException("asked before ready()") : failure;
  }

  @Override
  public synchronized boolean refused(String refused) {
    AccessToken token = held;
    if (token != null && token.value().equals(refused)) {
      held = token.endedAt(nanos.getAsLong());
    }
    return true; // the next attempt waits for another
  }

  @Override
  public String owner(String token) {
    return options.clientId();
  }

  private CompletableFuture<?> fetch(long now) {
    CompletableFuture<@Nullable Void> done = new CompletableFuture<>();
    String refresh;
    synchronized (this) {
      if (fetching != null) {
        return fetching;
      }
      if (now - notBefore < 0) {
        return NOW; // token() answers with what there is, or throws why there is nothing
      }
      fetching = done;
      refresh = refreshToken;
    }
    var unused =
        ask(refresh)
            .whenComplete(
                (token, problem) -> {
                  landed(token, problem, now);
                  done.complete(null);
                });
    return done;
  }

  /** With the refresh token if there is one; if that is refused, with the client's credentials. */
  private CompletableFuture<Token> ask(@Nullable String refresh) {
    TokenCreateParams.Builder params =
        TokenCreateParams.builder()
            .clientId(options.clientId())
            .clientSecret(options.clientSecret());
    if (!options.scopes().isEmpty()) {
      params.scope(String.join(" ", options.scopes()));
    }
    TokenCreateParams byClient = params.grantType("client_credentials").build();
    if (refresh == null) {
      return endpoint.apply(byClient);
    }
    return endpoint
        .apply(params.grantType("refresh_token").refreshToken(refresh).build())
        .exceptionallyCompose(
            problem ->
                refusal(unwrapped(problem))
                    ? endpoint.apply(byClient)
                    : CompletableFuture.failedFuture(problem));
  }

  private void landed(@Nullable Token token, @Nullable Throwable problem, long askedAt) {
    if (token == null) {
      missed(unwrapped(problem));
    } else {
      keep(token, askedAt);
      tell(token);
    }
  }

  private synchronized void keep(Token token, long askedAt) {
    held = AccessToken.of(token, askedAt, options.refreshBefore());
    refreshToken = token.refreshToken();
    failure = null;
    fetching = null;
  }

  private synchronized void missed(RuntimeException problem) {
    Duration rest = refusal(problem) ? AFTER_REFUSAL : AFTER_FAILURE;
    notBefore = nanos.getAsLong() + rest.toNanos();
    failure = problem;
    fetching = null;
    LOG.warn(
        "no access token: {}; asked again in {} s at the earliest",
        problem.getMessage(),
        rest.toSeconds());
  }

  private void tell(Token token) {
    try {
      options
          .onTokenRefresh()
          .accept(
              new TokenRefreshed(
                  token.accessToken(), token.refreshToken(), AccessToken.life(token)));
    } catch (RuntimeException thrown) {
      LOG.warn("onTokenRefresh threw {}", thrown.getClass().getName());
    }
  }

  private static boolean refusal(RuntimeException problem) {
    return problem instanceof ApiException answered
        && answered.status() >= 400
        && answered.status() < 500
        && answered.status() != 408
        && answered.status() != 429;
  }

  private static RuntimeException unwrapped(@Nullable Throwable problem) {
    Throwable cause = problem instanceof CompletionException ? problem.getCause() : problem;
    return cause instanceof RuntimeException itself ? itself : new IllegalStateException(cause);
  }

  @Override
  public String toString() {
    return options.toString();
  }
}
