package cloud.finfusion.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.FinFusion;
import cloud.finfusion.TestOptions;
import cloud.finfusion.error.ConfigurationException;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * {@code builder().fromEnv()} reads the settings of the machine into a builder, and its errors name
 * what the reader can change.
 */
class BuilderFromEnvTest {
  private static final Map<String, String> ALL =
      Map.of(
          "FINFUSION_API_KEY", "prod_CANARY",
          "FINFUSION_ENV", "prod",
          "FINFUSION_BASE_URL", "https://a.example");
  private static final OAuthOptions OAUTH =
      OAuthOptions.builder().clientId("id").clientSecret("CANARY").build();

  private static FinFusion.Builder of(Map<String, String> variables) {
    return TestOptions.environment(variables);
  }

  private static FinFusion.Builder ofProperty(String property, String value) {
    return TestOptions.environment(FinFusion.builder(), Map.of(property, value), ALL);
  }

  private static void refuses(FinFusion.Builder builder, String message) {
    assertThatThrownBy(builder::build)
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(message);
  }

  @Test
  void whatIsCalledLaterReplacesWhatWasRead() {
    FinFusion.Builder builder =
        of(ALL)
            .apiKey("dev_1")
            .environment(Environment.SANDBOX)
            .baseUrl(URI.create("https://b.example"));
    try (FinFusion client = builder.build()) {
      assertThat(client).asString().startsWith("FinFusion{https://b.example/, SANDBOX, ApiKey(dev");
    }
  }

  @Test
  void whatWasCalledBeforeIsReplaced() {
    FinFusion.Builder before = FinFusion.builder().oauth(OAUTH).environment(Environment.SANDBOX);
    try (FinFusion client = TestOptions.environment(before, Map.of(), ALL).build()) {
      assertThat(client).asString().startsWith("FinFusion{https://a.example/, PRODUCTION, ApiKey(");
    }
  }

  @Test
  void whatIsNotSetChangesNothing() {
    FinFusion.Builder before =
        FinFusion.builder().apiKey("dev_1").baseUrl(URI.create("https://b.example"));
    try (FinFusion client = TestOptions.environment(before, Map.of(), Map.of()).build()) {
      assertThat(client).asString().startsWith("FinFusion{https://b.example/, SANDBOX, ApiKey(dev");
    }
  }

  @Test
  void oauthReplacesTheKeyThatWasRead() {
    try (FinFusion client = of(ALL).oauth(OAUTH).build()) {
      assertThat(client).asString().contains("PRODUCTION, OAuth");
    }
  }

  @Test
  void aKeyOfTheCallerBesideOAuthIsStillOneTooMany() {
    refuses(
        of(ALL).apiKey("prod_1").oauth(OAUTH),
        "apiKey: expected a key or oauth, got both. Leave one out.");
  }

  @Test
  void aMissingKeyIsMissedOnlyByBuild() {
    of(Map.of()).apiKey("dev_1").build().close();
    refuses(
        of(Map.of()),
        "FINFUSION_API_KEY: expected a key, the variable is not set. Set it,"
            + " FINFUSION_API_KEY_FILE or the property finfusion.api.key, or call apiKey(…),"
            + " credential(…) or oauth(…) on builder().fromEnv().");
    refuses(
        FinFusion.builder(),
        "apiKey: expected a key, got none. Call apiKey(…), credential(…), oauth(…) or fromEnv().");
  }

  @Test
  void aMissingEnvironmentCanBeSetByAVariableOnlyWhereOneIsRead() {
    String message =
        "environment: expected an environment: only an API key implies one. "
            + "Call environment(…)";
    refuses(FinFusion.builder().oauth(OAUTH), message + ".");
    refuses(of(Map.of()).oauth(OAUTH), message + ", or set FINFUSION_ENV or finfusion.env.");
    String unlisted =
        "environment: expected one, and the key's prefix is neither dev_ nor prod_. "
            + "Call environment(…)";
    refuses(FinFusion.builder().apiKey("rest_1"), unlisted + ".");
    refuses(
        of(Map.of("FINFUSION_API_KEY", "rest_1")),
        unlisted + ", or set FINFUSION_ENV or finfusion.env.");
  }

  @Test
  void aKeyAndAnEnvironmentThatDisagreeAreNamedByWhereTheyStand() {
    refuses(
        of(Map.of("FINFUSION_API_KEY", "dev_CANARY", "FINFUSION_ENV", "prod")),
        "FINFUSION_API_KEY: expected a key of PRODUCTION, got one that starts with dev_. "
            + "Change the key or FINFUSION_ENV.");
    refuses(
        ofProperty("finfusion.api.key", "dev_CANARY"),
        "finfusion.api.key: expected a key of PRODUCTION, got one that starts with dev_. "
            + "Change the key or FINFUSION_ENV.");
    refuses(
        ofProperty("finfusion.env", "sandbox").apiKey("prod_CANARY"),
        "apiKey: expected a key of SANDBOX, got one that starts with prod_. "
            + "Change the key or finfusion.env.");
    refuses(
        of(ALL).environment(Environment.SANDBOX),
        "FINFUSION_API_KEY: expected a key of SANDBOX, got one that starts with prod_. "
            + "Change the key or the environment.");
  }

  @Test
  void aValueThatCannotWorkIsNamedByWhereItStands() {
    refusedToRead("FINFUSION_API_KEY", "dev_CANARY\n", "expected visible ASCII characters only");
    refusedToRead("FINFUSION_WEBHOOK_SECRET", "whsec_CANARY a", "expected no white space");
    refusedToRead("FINFUSION_BASE_URL", "http://CANARY.example", "expected https, or http to this");
    refusedToRead("FINFUSION_BASE_URL", "CANARY CANARY", "expected a URL, got another text");
    refusedToRead("FINFUSION_ENV", "CANARY", "expected sandbox, development, dev, production");
    assertThatThrownBy(() -> ofProperty("finfusion.env", "live"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("finfusion.env: expected sandbox, ");
  }

  private static void refusedToRead(String variable, String value, String sentence) {
    assertThatThrownBy(() -> of(Map.of(variable, value)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith(variable + ": " + sentence)
        .hasMessageNotContaining("CANARY");
  }

  @Test
  void aMissingWebhookSecretCanBeSetByAVariableOnlyWhereOneIsRead() {
    String message =
        "webhookSecrets: expected a secret, got none. Call webhookSecrets(…) on the builder";
    try (FinFusion read = of(ALL).build();
        FinFusion built = FinFusion.builder().apiKey("dev_1").build()) {
      assertThatThrownBy(() -> read.webhooks().handler())
          .hasMessage(message + ", or set FINFUSION_WEBHOOK_SECRET or finfusion.webhook.secret.");
      assertThatThrownBy(() -> built.webhooks().handler()).hasMessage(message + ".");
    }
  }
}
