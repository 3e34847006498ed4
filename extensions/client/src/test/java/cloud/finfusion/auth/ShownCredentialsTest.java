package cloud.finfusion.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.error.ConfigurationException;
import cloud.finfusion.internal.oauth.OAuthCredential;
import cloud.finfusion.runtime.InvalidArgumentException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A credential shows its kind and nothing of its secret, and takes what can stand in a header. */
class ShownCredentialsTest {
  @ParameterizedTest
  @CsvSource({
    "dev_CANARY, ApiKey(dev_***)",
    "prod_CANARY_1, ApiKey(prod_***)",
    "rest_CANARY, ApiKey(rest_***)",
    "sk_CANARY, ApiKey(_***)",
    "CANARY, ApiKey(_***)"
  })
  void ofAKeyOnlyTheDocumentedKindIsShown(String key, String shown) {
    assertThat(Credential.apiKey(key)).hasToString(shown);
    assertThat(RotatingKey.of(key)).hasToString(shown);
  }

  @Test
  void ofOAuthTheClientIsShown() {
    OAuthOptions options =
        OAuthOptions.builder().clientId("shop").clientSecret("CANARY").scopes("payments").build();

    assertThat(new OAuthCredential(options, params -> new CompletableFuture<>(), () -> 0))
        .hasToString("OAuth(shop, [payments])");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev_!", "dev_~", "x"})
  void aKeyOfVisibleCharactersIsTaken(String key) {
    assertThat(Credential.apiKey(key).token()).isEqualTo(key);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "dev_CANARY ", "dev_CANARY\u007f", "dev_CANARY\u00e9"})
  void anotherKeyIsRefusedWithoutBeingShown(String key) {
    assertThatThrownBy(() -> Credential.apiKey(key))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("apiKey: expected ")
        .hasMessageNotContaining("CANARY");
  }

  @Test
  @SuppressWarnings("NullAway") // what a caller without a null check may do
  void aPlaceThatIsNullIsRefused() {
    List<Throwable> thrown = new ArrayList<>();
    for (KeySource[] places : new KeySource[][] {null, {null}, {() -> "dev_1", null}}) {
      try {
        KeySource.firstOf(places);
      } catch (InvalidArgumentException refused) {
        thrown.add(refused);
      }
    }
    assertThat(thrown)
        .hasSize(3)
        .allSatisfy(each -> assertThat(each).hasMessageContaining("firstOf"));
  }
}
