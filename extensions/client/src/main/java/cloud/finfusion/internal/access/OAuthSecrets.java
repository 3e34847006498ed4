package cloud.finfusion.internal.access;

import org.jspecify.annotations.Nullable;

/**
 * What {@code OAuthOptions} show to the SDK.
 *
 * @param clientSecret the client's secret
 * @param accessToken a token kept from an earlier run; null if there is none
 * @param refreshToken a refresh token kept from an earlier run; null if there is none
 */
public record OAuthSecrets(
    String clientSecret, @Nullable String accessToken, @Nullable String refreshToken) {
  @Override
  public String toString() {
    return "OAuthSecrets";
  }
}
