package cloud.finfusion.foreign;

import static cloud.finfusion.foreign.ForeignRow.ends;
import static cloud.finfusion.foreign.ForeignRow.unchanged;
import static cloud.finfusion.testing.FakeServer.json;
import static cloud.finfusion.testing.FakeServer.status;

import cloud.finfusion.FinFusion;
import cloud.finfusion.auth.Credential;
import cloud.finfusion.auth.Environment;
import cloud.finfusion.auth.KeySource;
import cloud.finfusion.auth.OAuthOptions;
import cloud.finfusion.cache.CacheOptions;
import cloud.finfusion.internal.oauth.OAuthCredential;
import cloud.finfusion.model.Token;
import cloud.finfusion.model.TokenCreateParams;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.Thrower;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** Credentials, and what they are made of, that throw. */
final class ForeignCredentials {
  private static final String NOT_SENT =
      "ConfigurationException not_sent, 0 sent, 0 used, then done";

  private ForeignCredentials() {}

  static List<ForeignRow> rows() {
    return List.of(
        ends("Credential.token", NOT_SENT, credential("token")),
        unchanged("Credential.refused", credential("refused").responding(status(401))),
        unchanged("Credential.owner", reading(credential("owner"))),
        ends("Credential.token, while a client is built", "ConfigurationException not_sent", BUILT),
        unchanged("FetchedCredential.ready", credential("ready")),
        unchanged("FetchedCredential.ready, its future", credential("its future")),
        ends("KeySource.key", NOT_SENT, keys(thrower -> () -> thrower.or(Samples.KEY))),
        ends("KeySource.key, the first of several", NOT_SENT, keys(ForeignCredentials::firstOf)),
        unchanged("OAuthOptions.Builder.onTokenRefresh(Consumer)", oauth(Oauth::listening)),
        ends("OAuthOptions, its endpoint", NOT_SENT, oauth(Oauth::throwing)),
        ends("OAuthOptions, its endpoint's future", NOT_SENT, oauth(Oauth::failing)),
        ends("OAuthOptions, its clock", NOT_SENT, oauth(Oauth::timeless)));
  }

  private static ForeignCall credential(String method) {
    return of(thrower -> new ThrowingCredential(method, thrower));
  }

  private static ForeignCall of(Function<Thrower, Credential> credential) {
    return ForeignCall.with(
        (client, thrower) ->
            client.environment(Environment.SANDBOX).credential(credential.apply(thrower)));
  }

  private static ForeignCall reading(ForeignCall call) {
    return call.set(client -> client.cache(CacheOptions.builder().build()))
        .responding(json(Samples.CUSTOMER))
        .calling(calls -> calls.customer("cust_1"));
  }

  private static final ForeignRow.Scenario BUILT =
      (thrower, mode) ->
          ForeignCall.end(
              () -> FinFusion.builder().credential(() -> thrower.or(Samples.KEY)).build().close(),
              thrower);

  private static ForeignCall keys(Function<Thrower, KeySource> source) {
    return of(thrower -> Credential.apiKey(source.apply(thrower)));
  }

  private static KeySource firstOf(Thrower thrower) {
    return KeySource.firstOf(() -> thrower.or(Samples.KEY), () -> "dev_another");
  }

  private static ForeignCall oauth(BiFunction<Oauth, Thrower, Credential> how) {
    return of(thrower -> how.apply(new Oauth(), thrower));
  }

  /** Tokens of an endpoint of the caller's own; each look at its clock is two seconds later. */
  private static final class Oauth {
    private final AtomicLong now = new AtomicLong();
    private final LongSupplier clock = this::later;
    private final OAuthOptions.Builder options =
        OAuthOptions.builder().clientId("shop").clientSecret("CANARY-secret");

    private long later() {
      return now.addAndGet(Duration.ofSeconds(2).toNanos());
    }

    private static CompletableFuture<Token> token(TokenCreateParams params) {
      return CompletableFuture.completedFuture(Token.fromJson(Samples.TOKEN));
    }

    Credential listening(Thrower thrower) {
      OAuthOptions notified = options.onTokenRefresh(token -> thrower.run()).build();
      return new OAuthCredential(notified, Oauth::token, clock);
    }

    Credential throwing(Thrower thrower) {
      return new OAuthCredential(options.build(), params -> token(thrower.or(params)), clock);
    }

    Credential failing(Thrower thrower) {
      return new OAuthCredential(
          options.build(), params -> token(params).thenApply(thrower::or), clock);
    }

    Credential timeless(Thrower thrower) {
      return new OAuthCredential(
          options.build(), Oauth::token, () -> thrower.or(clock.getAsLong()));
    }
  }
}
