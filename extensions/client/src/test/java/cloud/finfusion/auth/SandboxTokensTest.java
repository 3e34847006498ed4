package cloud.finfusion.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.FinFusion;
import cloud.finfusion.error.AuthenticationException;
import cloud.finfusion.error.PermissionException;
import cloud.finfusion.error.TokenUnavailableException;
import cloud.finfusion.sandbox.Sandbox;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Client credentials end to end, against the sandbox's own token endpoint. */
class SandboxTokensTest {
  @AutoClose
  private final Sandbox sandbox =
      Sandbox.builder().oauthClient("shop", "CANARY-secret", "customers", "payments").start();

  private Calls calls(String secret, BlockingOrAsync mode, String... scopes) {
    OAuthOptions options =
        OAuthOptions.builder().clientId("shop").clientSecret(secret).scopes(scopes).build();
    return new Calls(
        FinFusion.builder()
            .oauth(options)
            .environment(Environment.SANDBOX)
            .baseUrl(sandbox.baseUri())
            .build(),
        mode);
  }

  @ParameterizedTest
  @EnumSource
  void aTokenIsGoodForItsScopesOnly(BlockingOrAsync mode) {
    try (Calls calls = calls("CANARY-secret", mode, "payments")) {
      assertThat(calls.pay().id()).startsWith("pay_");
      assertThatThrownBy(() -> calls.customer("cust_1")).isInstanceOf(PermissionException.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aWrongSecretIsATypedErrorThatDoesNotShowIt(BlockingOrAsync mode) {
    try (Calls calls = calls("CANARY-other", mode, "payments")) {
      assertThatThrownBy(calls::pay)
          .isInstanceOf(TokenUnavailableException.class)
          .hasCauseInstanceOf(AuthenticationException.class)
          .hasMessageNotContaining("CANARY");
      assertThat(sandbox.ledger().size()).isZero();
    }
  }
}
