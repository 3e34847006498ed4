package cloud.finfusion.internal.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.auth.OAuthOptions;
import cloud.finfusion.network.NetworkOptions;
import org.junit.jupiter.api.Test;

/** What exported classes hand to the SDK, and that it is not printed. */
class AccessTest {
  @Test
  void anOptionHandsOverWhatItHidesFromUsers() {
    OAuthOptions options = OAuthOptions.builder().clientId("shop").clientSecret("CANARY").build();

    OAuthSecrets secrets = Access.of(OAuthOptions.class, options);

    assertThat(secrets.clientSecret()).isEqualTo("CANARY");
    assertThat(secrets).hasToString("OAuthSecrets");
  }

  @Test
  void aProxysPasswordIsHandedOverAndNotPrinted() {
    NetworkOptions options =
        NetworkOptions.builder().proxy("localhost", 1).proxyLogin("shop", "CANARY").build();

    NetworkSecrets secrets = Access.of(NetworkOptions.class, options);

    assertThat(secrets.proxyLogin()).isNotNull();
    assertThat(secrets).hasToString("NetworkSecrets");
  }

  @Test
  void aClassThatHandsOverNothingIsAMistakeOfTheSdk() {
    assertThatThrownBy(() -> Access.of(String.class, "text"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("java.lang.String shows nothing to the SDK");
  }
}
