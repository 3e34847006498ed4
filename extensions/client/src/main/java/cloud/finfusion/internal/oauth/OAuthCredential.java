package cloud.finfusion.internal.oauth;

import cloud.finfusion.auth.FetchedCredential;
import cloud.finfusion.auth.OAuthOptions;
import cloud.finfusion.auth.TokenRefreshed;
import cloud.finfusion.error.FinFusionException;
import cloud.finfusion.internal.access.Access;
import cloud.finfusion.internal.access.OAuthSecrets;
import cloud.finfusion.internal.guard.Guard;
import cloud.finfusion.model.Token;
import cloud.finfusion.model.TokenCreateParams;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The access token of one client. One call fetches the token while the others wait or use the old
 * one. Its life counts from the request, by a monotonic clock, so that a difference between the
 * clocks of client and server does no harm.
 */
public final class OAuthCredential implements FetchedCredential {
  private static final Logger LOG = LoggerFactory.getLogger("cloud.finfusion");
  private static final CompletableFuture<?> NOW = CompletableFuture.completedFuture(null);

  /**
   * The pause after the endpoint refused the client. Documented by the vendor: 5 failures in 5
   * minutes block the address for an hour.
   */
  private static final Duration AFTER_REFUSAL = Duration.ofMinutes(2);

  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

  private final OAuthOptions options;
  private final transient TokenGrants grants; // transient: no secret where fields are printed
  private final transient LongSupplier nanos;
  private transient volatile @Nullable AccessToken held;
  private transient @Nullable String refreshToken;
  private transient @Nullable CompletableFuture<@Nullable Void> fetching;
  private transient @Nullable RuntimeException failure;
  private long notBefore;

  /** Makes a credential that fetches from this endpoint; the clock counts nanoseconds. */
  public OAuthCredential(
      OAuthOptions options,
      Function<TokenCreateParams, CompletableFuture<Token>> endpoint,
      LongSupplier nanos) {
    this.options = options;
    OAuthSecrets secrets = Access.of(OAuthOptions.class, options);
    this.grants = new TokenGrants(options, secrets.clientSecret(), endpoint);
    this.nanos = nanos;
    this.refreshToken = secrets.refreshToken();
    this.notBefore = nanos.getAsLong();
    String kept = secrets.accessToken();
    this.held = kept == null ? null : AccessToken.endless(kept);
  }

  @Override
  public CompletableFuture<?> ready() {
    AccessToken token = held;
    long now = nanos.getAsLong();
    if (token == null || token.over(now)) {
      return fetch(token, now);
    }
    if (token.due(now)) {
      var unused = fetch(token, now);
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
    return true; // the next attempt waits for another token
  }

  @Override
  public String owner(String token) {
    return options.clientId();
  }

  /**
   * Fetches a token, unless another call fetches one now, has fetched one since {@code seen} was
   * read, or the pause after a failure is not over.
   */
  private CompletableFuture<?> fetch(@Nullable AccessToken seen, long now) {
    CompletableFuture<@Nullable Void> done = new CompletableFuture<>();
    String refresh;
    synchronized (this) {
      if (fetching != null) {
        return fetching;
      }
      if (held != seen || now - notBefore < 0) {
        return NOW; // token() returns the token there is, or throws the reason why there is none
      }
      fetching = done;
      refresh = refreshToken;
    }
    var unused =
        NOW.thenCompose(start -> grants.ask(refresh, () -> dropRefresh(refresh)))
            .whenComplete((token, problem) -> fetched(token, problem, now, done));
    return done;
  }

  private void fetched(
      @Nullable Token token,
      @Nullable Throwable problem,
      long askedAt,
      CompletableFuture<@Nullable Void> done) {
    try {
      if (token == null) {
        fetchFailed(TokenGrants.unwrapped(problem));
      } else {
        keep(token, askedAt);
        notifyOf(token); // first, so that a program has saved the token before a call depends on it
      }
    } finally {
      fetchEnded(done);
      done.complete(null);
    }
  }

  /** Lets the next call fetch, whatever was thrown. */
  private synchronized void fetchEnded(CompletableFuture<@Nullable Void> fetch) {
    if (fetching == fetch) {
      fetching = null;
    }
  }

  private synchronized void keep(Token token, long askedAt) {
    held = AccessToken.of(token, askedAt, options.refreshBefore());
    String next = refreshTokenOf(token);
    if (next != null) { // otherwise the old refresh token stays valid: RFC 6749, section 6
      refreshToken = next;
    }
    failure = null;
    fetching = null;
  }

  private synchronized void dropRefresh(@Nullable String refused) {
    if (Objects.equals(refused, refreshToken)) {
      refreshToken = null;
    }
  }

  private void fetchFailed(RuntimeException problem) {
    Duration rest = TokenGrants.refusesClient(problem) ? AFTER_REFUSAL : AFTER_FAILURE;
    failed(problem, rest);
    String reason =
        problem instanceof FinFusionException typed
            ? typed.getMessage()
            : "asking for it threw " + Guard.describe(problem);
    Guard.run(
        "the log",
        () ->
            LOG.warn(
                "no access token: {}; asked again in {} s at the earliest",
                reason,
                rest.toSeconds()));
  }

  private synchronized void failed(RuntimeException problem, Duration rest) {
    failure = problem;
    fetching = null;
    notBefore = nanos.getAsLong() + rest.toNanos();
  }

  private void notifyOf(Token token) {
    TokenRefreshed refreshed =
        new TokenRefreshed(token.accessToken(), refreshTokenOf(token), AccessToken.life(token));
    Guard.accept("onTokenRefresh", options.onTokenRefresh(), refreshed);
  }

  /** Returns the refresh token; null if the text is blank. */
  private static @Nullable String refreshTokenOf(Token token) {
    String given = token.refreshToken();
    return given == null || given.isBlank() ? null : given;
  }

  @Override
  public String toString() {
    return options.toString();
  }
}
