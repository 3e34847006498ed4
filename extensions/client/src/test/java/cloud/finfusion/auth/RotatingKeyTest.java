package cloud.finfusion.auth;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.internal.oauth.OAuthCredential;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Which of two keys signs, and for whom a credential speaks. */
class RotatingKeyTest {
  private final RotatingKey key = RotatingKey.of("dev_1");

  @Test
  void aKeyAloneIsNotReplaced() {
    assertThat(key.refused("dev_1")).isFalse();
    assertThat(key.token()).isEqualTo("dev_1");
  }

  @Test
  void aNewKeySignsAtOnce() {
    key.rotateTo("dev_2");

    assertThat(key.token()).isEqualTo("dev_2");
  }

  @Test
  void whenTheNewKeyIsRefusedTheOldOneSignsUntilItIsRefusedInItsTurn() {
    key.rotateTo("dev_2");

    assertThat(key.refused("dev_2")).isTrue();
    assertThat(key.token()).isEqualTo("dev_1");
    assertThat(key.refused("dev_2")).as("by a call that was slower").isTrue();
    assertThat(key.token()).isEqualTo("dev_1");
    assertThat(key.refused("dev_1")).isTrue();
    assertThat(key.token()).isEqualTo("dev_2");
  }

  @Test
  void theSameKeyAgainChangesNothing() {
    key.rotateTo("dev_2");
    key.rotateTo("dev_2");

    assertThat(key.refused("dev_2")).isTrue();
    assertThat(key.token()).isEqualTo("dev_1");
  }

  @Test
  void aKeySpeaksForItselfUnlessMoreIsKnown() {
    OAuthOptions options = OAuthOptions.builder().clientId("shop").clientSecret("CANARY").build();
    OAuthCredential oauth =
        new OAuthCredential(options, params -> new CompletableFuture<>(), () -> 0);

    assertThat(Credential.apiKey("dev_1").owner("dev_1")).isEqualTo("dev_1");
    assertThat(key.owner("dev_1")).isNotEmpty().isEqualTo(key.owner("dev_2"));
    assertThat(oauth.owner("tok_1")).isEqualTo("shop").isEqualTo(oauth.owner("tok_2"));
  }

  @Test
  void aKeyThatDoesNotChangeHasNoOther() {
    assertThat(Credential.apiKey("dev_1").refused("dev_1")).isFalse();
  }
}
