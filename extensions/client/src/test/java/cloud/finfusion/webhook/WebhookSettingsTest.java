package cloud.finfusion.webhook;

import static cloud.finfusion.webhook.Deliveries.SECRET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.error.ConfigurationException;
import cloud.finfusion.runtime.InvalidArgumentException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSettingsTest {
  private static final Duration ONE_DAY = Duration.ofDays(1);

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        " ",
        "\t",
        "whsec_CANARY\n",
        " whsec_CANARY",
        "whsec_CANARY\0",
        "whsec_CAN ARY",
        "\u2003whsec_CANARY",
      })
  @DisplayName("C152 C198 a secret that cannot be meant is refused at once, and not shown")
  @SuppressWarnings("NullAway") // what callers without nullness checks can pass
  void secrets(@Nullable String secret) {
    assertThatThrownBy(() -> Webhooks.verifier(SECRET, secret))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("webhook secret: expected")
        .hasMessageNotContaining("CANARY");
    assertThatThrownBy(() -> Webhooks.sign(new byte[0], 0, secret))
        .isInstanceOf(ConfigurationException.class);
  }

  @Test
  void atLeastOneSecretIsNeeded() {
    assertThatThrownBy(() -> Webhooks.verifier())
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("expected at least one");
  }

  @Test
  @DisplayName("C199 a tolerance is zero to one day")
  void tolerance() {
    for (Duration wrong :
        new Duration[] {Duration.ofSeconds(-1), Duration.ofDays(3653), ONE_DAY.plusSeconds(1)}) {
      assertThatThrownBy(() -> Deliveries.verifier(SECRET).tolerance(wrong).build())
          .isInstanceOf(InvalidArgumentException.class)
          .hasMessageContaining("tolerance: expected zero to one day, got " + wrong);
    }
    assertThat(Deliveries.verifier(SECRET).tolerance(ONE_DAY).build()).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, Integer.MAX_VALUE})
  void theCapIsPositiveAndBounded(int bytes) {
    assertThatThrownBy(() -> Deliveries.verifier(SECRET).maxBodyBytes(bytes).build())
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("maxBodyBytes: expected 1 to ");
  }

  @Test
  @DisplayName("C142 nothing shows a secret")
  void nothingShowsASecret() {
    WebhookVerifier verifier = Webhooks.verifier(SECRET);

    assertThat(verifier.toString()).isEqualTo("WebhookVerifier{1 secrets, tolerance=300 s}");
    assertThat(SignatureScheme.hmacSha256().signer(SECRET).toString()).doesNotContain("CANARY");
  }
}
