package cloud.finfusion;

import cloud.finfusion.auth.Credential;
import cloud.finfusion.auth.Environment;
import cloud.finfusion.auth.FetchedCredential;
import cloud.finfusion.auth.OAuthOptions;
import cloud.finfusion.error.ConfigurationException;
import cloud.finfusion.error.FinFusionException;
import cloud.finfusion.internal.auth.EnvironmentRules;
import cloud.finfusion.internal.oauth.OAuthCredential;
import cloud.finfusion.internal.time.Time;
import org.jspecify.annotations.Nullable;

/** Decides what a client signs with, and for which environment. */
final class CredentialChoice {
  private CredentialChoice() {}

  static Credential of(
      @Nullable Credential credential,
      @Nullable OAuthOptions oauth,
      TokenEndpoint endpoint,
      Time time) {
    if (credential != null && oauth == null) {
      return credential;
    }
    if (oauth != null && credential == null) {
      return new OAuthCredential(oauth, endpoint, time::nanos);
    }
    throw new ConfigurationException(
        "apiKey",
        oauth == null
            ? "expected a key, got none. Call apiKey(…), credential(…) or oauth(…)."
            : "expected a key or oauth, got both. Leave one out.");
  }

  /**
   * Returns the environment that was set, or else the one that the key names. Refuses a key of the
   * other environment.
   */
  static Environment environmentOf(Credential signer, @Nullable Environment set) {
    if (signer instanceof FetchedCredential) {
      return EnvironmentRules.required(set);
    }
    String token = token(signer);
    if (set == null) {
      return EnvironmentRules.ofKey(token);
    }
    EnvironmentRules.check(set, token);
    return set;
  }

  /**
   * An exception of a credential may hold the secret, so it is neither quoted nor kept as a cause.
   */
  @SuppressWarnings("NullAway") // a caller's credential may break its contract and return null
  private static String token(Credential signer) {
    String token;
    try {
      token = signer.token();
    } catch (FinFusionException typed) {
      throw typed;
    } catch (Throwable thrown) {
      throw refusal("it threw " + thrown.getClass().getName() + ".");
    }
    if (token == null) {
      throw refusal("expected a token, got none. Give it one.");
    }
    return token;
  }

  private static ConfigurationException refusal(String sentence) {
    return new ConfigurationException("credential", sentence);
  }
}
