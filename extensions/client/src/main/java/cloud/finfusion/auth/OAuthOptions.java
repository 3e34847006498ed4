package cloud.finfusion.auth;

import cloud.finfusion.internal.access.Access;
import cloud.finfusion.internal.access.OAuthSecrets;
import cloud.finfusion.internal.check.VisibleAscii;
import cloud.finfusion.runtime.InvalidArgumentException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * OAuth 2.0 client credentials, for integrations whose parts have different rights (documented by
 * the vendor). The token is fetched on first use, shared by all calls of a client, and replaced
 * before it expires. Immutable; {@code toString} shows no secret.
 */
public final class OAuthOptions {
  static {
    Access.register(OAuthOptions.class, OAuthOptions::secrets);
  }

  private final String clientId;
  private final transient String clientSecret; // transient: no secret where fields are printed
  private final List<String> scopes;
  private final Duration refreshBefore;
  private final transient @Nullable String accessToken;
  private final transient @Nullable String refreshToken;
  private final transient Consumer<TokenRefreshed> onTokenRefresh;

  private OAuthOptions(Builder builder, String clientId, String clientSecret) {
    this.clientId = clientId;
    this.clientSecret = clientSecret;
    scopes = builder.scopes;
    refreshBefore = builder.refreshBefore;
    accessToken = builder.accessToken;
    refreshToken = builder.refreshToken;
    onTokenRefresh = builder.onTokenRefresh;
  }

  /** Returns a new builder. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns the id of the OAuth client. */
  public String clientId() {
    return clientId;
  }

  /** Returns the requested scopes; empty if the server decides. */
  public List<String> scopes() {
    return scopes;
  }

  /** Returns how long before its end a token is replaced. */
  public Duration refreshBefore() {
    return refreshBefore;
  }

  /** Returns the listener that is given each token that was fetched. */
  public Consumer<TokenRefreshed> onTokenRefresh() {
    return onTokenRefresh;
  }

  private OAuthSecrets secrets() {
    return new OAuthSecrets(clientSecret, accessToken, refreshToken);
  }

  @Override
  public String toString() {
    return "OAuth(" + clientId + ", " + scopes + ")";
  }

  /** Collects options; {@link #build()} checks them. Not thread-safe. */
  public static final class Builder {
    private static final Duration ONE_HOUR = Duration.ofHours(1);

    private @Nullable String clientId;
    private transient @Nullable String clientSecret;
    private List<String> scopes = List.of();
    private Duration refreshBefore = Duration.ofSeconds(60);
    private transient @Nullable String accessToken;
    private transient @Nullable String refreshToken;
    private transient Consumer<TokenRefreshed> onTokenRefresh = token -> {};

    private Builder() {}

    /** The client's id. Required. */
    public Builder clientId(String id) {
      this.clientId = id;
      return this;
    }

    /** The client's secret. Required. Goes to the token endpoint only. */
    public Builder clientSecret(String secret) {
      this.clientSecret = secret;
      return this;
    }

    /** The requested scopes, as {@code payments}, {@code accounts}. Default: the server decides. */
    public Builder scopes(String... names) {
      InvalidArgumentException.unlessPresent("OAuthOptions.scopes", names);
      for (String each : names) {
        InvalidArgumentException.unlessPresent("OAuthOptions.scopes", each);
      }
      this.scopes = List.of(names);
      return this;
    }

    /**
     * How long before its end a token is replaced, in the background, while calls go on with the
     * old token; at most half of its life. Zero to one hour. Default 60 s (a decision of this SDK).
     */
    public Builder refreshBefore(Duration time) {
      this.refreshBefore = time;
      return this;
    }

    /**
     * A token kept from an earlier run, used until the server refuses it; visible ASCII characters.
     * Default: none.
     */
    public Builder accessToken(String token) {
      this.accessToken = token;
      return this;
    }

    /**
     * A refresh token kept from an earlier run; not blank. The next access token is requested with
     * it or, if the server refuses it, with the client's credentials. Default: none.
     */
    public Builder refreshToken(String token) {
      this.refreshToken = token;
      return this;
    }

    /**
     * Adds a listener that is given each fetched token, for a program that keeps tokens. The
     * listener runs on a thread of the client and must not block; exceptions it throws are logged
     * and ignored.
     */
    public Builder onTokenRefresh(Consumer<TokenRefreshed> listener) {
      this.onTokenRefresh = listener;
      return this;
    }

    /**
     * Returns the options.
     *
     * @throws InvalidArgumentException naming the option that is missing or out of bounds
     */
    public OAuthOptions build() {
      InvalidArgumentException.unlessPresent("OAuthOptions.refreshBefore", refreshBefore);
      InvalidArgumentException.unlessPresent("OAuthOptions.onTokenRefresh", onTokenRefresh);
      boolean bounded = !refreshBefore.isNegative() && refreshBefore.compareTo(ONE_HOUR) <= 0;
      if (!bounded) {
        throw new InvalidArgumentException(
            "OAuthOptions.refreshBefore", "expected zero to one hour, got " + refreshBefore);
      }
      for (String scope : scopes) {
        if (!scope.matches("[\\x21\\x23-\\x5B\\x5D-\\x7E]+")) { // RFC 6749, section 3.3
          throw new InvalidArgumentException(
              "OAuthOptions.scopes",
              "expected names without spaces or quotes, got another. Give each scope by itself");
        }
      }
      notBlank("accessToken", accessToken);
      notBlank("refreshToken", refreshToken);
      if (accessToken != null && !VisibleAscii.is(accessToken)) {
        throw new InvalidArgumentException(
            "OAuthOptions.accessToken",
            "expected visible ASCII characters only, got another, perhaps a line break. Trim it");
      }
      return new OAuthOptions(
          this, required("clientId", clientId), required("clientSecret", clientSecret));
    }

    private static void notBlank(String option, @Nullable String value) {
      if (value != null && value.isBlank()) {
        throw new InvalidArgumentException(
            "OAuthOptions." + option, "expected a token, got a blank text. Leave it out");
      }
    }

    private static String required(String option, @Nullable String value) {
      if (value == null || value.isBlank()) {
        throw new InvalidArgumentException(
            "OAuthOptions." + option, "expected a value, got none. Give it one");
      }
      return value;
    }
  }
}
