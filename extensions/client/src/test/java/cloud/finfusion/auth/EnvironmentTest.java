package cloud.finfusion.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.error.ConfigurationException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An environment is read from the words of the vendor's documentation, and from no others. */
class EnvironmentTest {
  @ParameterizedTest
  @CsvSource({
    "sandbox, SANDBOX",
    "SANDBOX, SANDBOX",
    "Development, SANDBOX",
    "dev, SANDBOX",
    "' Production\n', PRODUCTION",
    "production, PRODUCTION",
    "PROD, PRODUCTION"
  })
  void theNamesAreReadInAnyCaseAndWithSpaces(String name, Environment environment) {
    assertThat(Environment.of(name)).isEqualTo(environment);
  }

  @Test
  void theLanguageOfTheMachineMakesNoDifference() {
    assertThat("PRODUCTION".toLowerCase(Locale.forLanguageTag("tr"))).isNotEqualTo("production");
    assertThat(Environment.of("PRODUCTION")).isEqualTo(Environment.PRODUCTION);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " "})
  void noNameIsRefused(@Nullable String name) {
    refused(name, "none");
  }

  @ParameterizedTest
  @ValueSource(strings = {"live", "test", "staging", "sandbox2", "dev_CANARY", "sand box"})
  void anotherNameIsRefusedWithoutBeingShown(String name) {
    refused(name, "another name");
  }

  private static void refused(@Nullable String name, String got) {
    assertThatThrownBy(() -> Environment.of(name))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "environment: expected sandbox, development, dev, production or prod, got %s. "
                + "Correct it.",
            got);
  }
}
