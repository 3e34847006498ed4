package cloud.finfusion.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.auth.Environment;
import cloud.finfusion.error.ConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which keys belong to which environment. */
class EnvironmentRulesTest {
  @ParameterizedTest
  @CsvSource({"dev_1, SANDBOX", "prod_1, PRODUCTION"})
  void aKeyNamesItsEnvironment(String key, Environment environment) {
    assertThat(EnvironmentRules.ofKey(key, "")).isEqualTo(environment);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rest_CANARY", "CANARY", "xdev_CANARY", "DEV_CANARY"})
  void anotherKeyNamesNone(String key) {
    assertThatThrownBy(() -> EnvironmentRules.ofKey(key, ""))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("environment: expected one")
        .hasMessageNotContaining("CANARY");
  }

  @ParameterizedTest
  @CsvSource({
    "SANDBOX, dev_1",
    "SANDBOX, rest_1",
    "SANDBOX, tok_1",
    "PRODUCTION, prod_1",
    "PRODUCTION, rest_1"
  })
  void aKeyThatMayBeOfTheEnvironmentIsTaken(Environment environment, String key) {
    assertThatCode(() -> EnvironmentRules.check(environment, key)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({"SANDBOX, prod_CANARY, prod_", "PRODUCTION, dev_CANARY, dev_"})
  void aKeyOfTheOtherEnvironmentIsRefused(Environment environment, String key, String prefix) {
    assertThatThrownBy(() -> EnvironmentRules.check(environment, key))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "apiKey: expected a key of "
                + environment
                + ", got one that starts with "
                + prefix
                + ". Change the key or the environment.");
  }

  @Test
  void anEnvironmentThatACredentialDoesNotNameMustBeSet() {
    assertThat(EnvironmentRules.required(Environment.SANDBOX, "")).isEqualTo(Environment.SANDBOX);
    assertThatThrownBy(() -> EnvironmentRules.required(null, ""))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("environment: expected an environment");
  }
}
