package cloud.finfusion;

import cloud.finfusion.auth.Credential;
import cloud.finfusion.auth.Environment;
import cloud.finfusion.auth.FetchedCredential;
import cloud.finfusion.auth.OAuthOptions;
import cloud.finfusion.error.ConfigurationException;
import cloud.finfusion.error.FinFusionException;
import cloud.finfusion.internal.auth.EnvironmentRules;
import cloud.finfusion.internal.guard.Guard;
import cloud.finfusion.internal.oauth.OAuthCredential;
import cloud.finfusion.internal.time.Time;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides what a client signs with, and for which environment. */
final class CredentialChoice {
  private static final String VARIABLE = "FINFUSION_ENV";

  private CredentialChoice() {}

  /** Returns the client's own credential; null if it has those of security schemes alone. */
  static @Nullable Credential of(
      @Nullable Credential credential,
      @Nullable OAuthOptions oauth,
      Set<String> schemes,
      SettingNames names,
      TokenEndpoint endpoint,
      Time time) {
    if (credential != null && oauth == null) {
      return credential;
    }
    if (oauth != null && credential == null) {
      return new OAuthCredential(oauth, endpoint, time::nanos);
    }
    if (credential != null || schemes.isEmpty()) {
      throw names.noKey(oauth != null);
    }
    return null;
  }

  /**
   * Returns the environment that was set, or else the one that the key names. Refuses a key of the
   * other environment.
   */
  static Environment environmentOf(
      @Nullable Credential signer, @Nullable Environment set, SettingNames names) {
    if (signer == null || signer instanceof FetchedCredential) {
      return EnvironmentRules.required(set, names.orSet(VARIABLE));
    }
    String token = token(signer);
    if (set == null) {
      return EnvironmentRules.ofKey(token, names.orSet(VARIABLE));
    }
    EnvironmentRules.check(set, token, names.key(), names.environment());
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
      Guard.keepInterrupt(thrown);
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
